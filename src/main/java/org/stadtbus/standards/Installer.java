package org.stadtbus.standards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Puts the official files of a standard where the hub looks for them, and describes them where no description is. What does not compile
 * is not installed: the hub sees all of it, checked, or nothing.
 */
public final class Installer {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    private final Path standardsDir;
    private final Descriptions descriptions;

    Installer(Path configDir, Path standardsDir) {
        this.standardsDir = standardsDir.toAbsolutePath().normalize();
        this.descriptions = Descriptions.in(configDir);
    }

    /**
     * What to install.
     *
     * @param archives folders and ZIPs that belong together; each gets a folder of its own when there are several
     * @param name technical name of the standard, where its files do not say it or name several
     * @param version the same for the version
     * @param validity from when to when it holds, where no description says so yet
     * @param with ids of installed standards whose files this one needs
     * @param replace whether files installed under this id before go
     */
    public record Request(
            List<Path> archives,
            Optional<String> name,
            Optional<String> version,
            Validity validity,
            List<String> with,
            boolean replace) {}

    /**
     * What was installed.
     *
     * @param id schema id
     * @param title name and version for people
     * @param schemas how many schemas declare messages
     * @param rules how many files of business rules
     * @param described whether a description was written
     * @param ambiguous names that several files have with different content; the first, higher in the folders, counts
     */
    public record Installed(
            String id, String title, int schemas, int rules, boolean described, List<String> ambiguous) {}

    /**
     * Installs.
     *
     * @throws HubException rejected ({@code archive-refused}, {@code no-standard}, {@code already-installed}, {@code already-described}) or
     *     permanent ({@code standard-incomplete}, {@code standard-broken}) with a sentence; nothing is installed then
     */
    public Installed add(Request request) {
        Path inbox = standardsDir.resolve(".neu-" + UUID.randomUUID());
        try {
            Files.createDirectories(inbox);
            return add(request, unpack(request.archives(), inbox));
        } catch (IOException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "standards-unwritable",
                    "Im Ordner der Standards »%s« lässt sich nicht schreiben.".formatted(standardsDir),
                    e);
        } finally {
            remove(inbox);
        }
    }

    private Path unpack(List<Path> archives, Path inbox) throws IOException {
        for (Path archive : archives) {
            String name = String.valueOf(archive.toAbsolutePath().normalize().getFileName());
            new Archive(archive)
                    .unpack(archives.size() == 1 ? inbox : inbox.resolve(name.replaceAll("\\.[zZ][iI][pP]$", "")));
        }
        Path root = inbox;
        for (Optional<Path> only = onlyFolder(root); only.isPresent(); only = onlyFolder(root)) {
            root = only.get();
        }
        return root;
    }

    /** A publisher's archive often has one folder that all the rest lies in. */
    private static Optional<Path> onlyFolder(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            List<Path> all = inside.toList();
            return all.size() == 1 && Files.isDirectory(all.get(0)) ? Optional.of(all.get(0)) : Optional.empty();
        }
    }

    private Installed add(Request request, Path unpacked) throws IOException {
        Recognition recognition = new Recognition(unpacked);
        Recognition.Named named = recognition.named(request.name(), request.version());
        String id = named.id();
        Path target = standardsDir.resolve(id);
        if (!ID.matcher(id).matches()) {
            throw HubException.rejected(
                    "no-standard", "»%s« taugt nicht als Kennung; bitte --name und --version angeben.".formatted(id));
        }
        if (Files.exists(target) && !request.replace()) {
            throw HubException.rejected(
                    "already-installed", "»%s« ist schon eingespielt; mit --replace wird es ersetzt.".formatted(id));
        }
        Optional<BundleDescription> known = descriptions.find(id);
        if (known.isPresent() && !request.validity().equals(Validity.ALWAYS)) {
            throw HubException.rejected(
                    "already-described",
                    "Von wann bis wann »%s« gilt, bitte in »%s« angeben; dort ist es schon beschrieben."
                            .formatted(id, descriptions.file(id)));
        }
        BundleDescription description = known.orElseGet(() -> NewDescription.of(named, recognition, request));
        check(description, unpacked);
        List<String> ambiguous = recognition.ambiguous();
        if (known.isEmpty()) {
            descriptions.write(description);
        }
        move(unpacked, target);
        return new Installed(
                id,
                description.title(),
                description.schemas().size(),
                description.schematron().size(),
                known.isEmpty(),
                ambiguous);
    }

    private void check(BundleDescription description, Path unpacked) {
        Function<String, Path> place = path -> {
            List<String> steps = new ArrayList<>(Arrays.asList(path.split("/")));
            return steps.remove(0).equals(description.id())
                    ? unpacked.resolve(String.join("/", steps))
                    : standardsDir.resolve(path);
        };
        BundleFiles files = new BundleFiles(description, place);
        List<String> missing = files.missing();
        if (!missing.isEmpty()) {
            throw HubException.rejected(
                    "standard-incomplete",
                    "Für %s fehlt: %s. %s"
                            .formatted(description.title(), String.join(", ", missing), description.install()));
        }
        new Bundle(description, files, SecureXml.processor()).prepare();
    }

    private void move(Path unpacked, Path target) throws IOException {
        Path old = standardsDir.resolve(".alt-" + UUID.randomUUID());
        boolean replaces = Files.exists(target);
        if (replaces) {
            Files.move(target, old);
        }
        Files.move(unpacked, target);
        if (replaces) {
            remove(old);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw HubException.temporary(
                    "standards-unwritable", "Der Ordner »%s« ließ sich nicht entfernen.".formatted(folder), e);
        }
    }
}
