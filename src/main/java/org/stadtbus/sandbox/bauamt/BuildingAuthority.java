package org.stadtbus.sandbox.bauamt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.Ids;
import org.stadtbus.sandbox.AnswerSheet;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.Threads;
import org.stadtbus.sandbox.XbauMessage;

/**
 * The building authority's procedure: takes applications (XBau 0200) from {@code bauantraege/eingang}, puts its formal check
 * (0201) and, when nothing is missing, its decision (0205) into {@code bauantraege/ausgang}.
 *
 * <p>It remembers nothing but its folders: an application lies in {@code eingang} until all of its answers lie in
 * {@code ausgang}. Killed in between, it makes the same answers again, byte for byte.
 */
public final class BuildingAuthority implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BuildingAuthority.class);
    private static final long LOOK_EVERY_MS = 100;
    private static final int FILE_NUMBERS = 100_000;
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 7;
    private static final String APPLICATION = "0200";
    private static final String REJECTION = "1100";

    private final Path inbox;
    private final Path outbox;
    private final Path done;
    private final Path taken;
    private final Path rejections;
    private final Duration pause;
    private final Clock clock = Clock.systemUTC();
    private final AnswerSheet check = new AnswerSheet("antwort-0201.xsl");
    private final AnswerSheet decision = new AnswerSheet("antwort-0205.xsl");
    private final Map<String, Instant> decisionDue = new HashMap<>();
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-bauamt");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins to work.
     *
     * @param root the SFTP server's files, see {@link SftpDrop#root()}
     * @param pause between formal check and decision
     */
    public BuildingAuthority(Path root, Duration pause) {
        Path applications = root.resolve("bauantraege");
        this.inbox = applications.resolve("eingang");
        this.outbox = applications.resolve("ausgang");
        this.done = applications.resolve("verarbeitet");
        this.taken = applications.resolve("genommen.txt");
        this.rejections = applications.resolve("zurueckweisungen.txt");
        this.pause = pause;
        try {
            for (Path folder : List.of(inbox, outbox, done, root.resolve("gewerberegister/eingang"))) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clerk.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Puts a file beside its answers as if the procedure had written it, for tests with invalid or hostile answers. */
    public void drop(String name, byte[] bytes) {
        Disk.write(outbox.resolve(name), bytes);
    }

    /** Names of the messages it took, as often as it took them: a name that is there twice was delivered twice. */
    public List<String> taken() {
        return Disk.lines(taken);
    }

    /** Ids of the rejections (XBau 1100) it got for its answers. */
    public List<String> rejections() {
        return Disk.lines(rejections).stream().distinct().toList();
    }

    /** True when it has nothing left to do and the hub has fetched every answer. */
    public boolean idle() {
        try (Stream<Path> waiting = Files.list(outbox)) {
            return messages().isEmpty()
                    && waiting.noneMatch(
                            file -> Files.isRegularFile(file) && !name(file).startsWith("."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look() {
        try {
            for (Path file : messages()) {
                read(file);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The building authority of the sandbox failed", e);
        }
    }

    /** A second dot in the name marks an attachment, a first one a file that is still being written. */
    private List<Path> messages() throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(file -> name(file).matches("[^.]+[.]xml"))
                    .sorted()
                    .toList();
        }
    }

    private void read(Path file) throws IOException {
        XbauMessage message = XbauMessage.read(Files.readAllBytes(file)).orElse(null);
        if (message == null) {
            LOG.warn("The building authority of the sandbox cannot read {}", name(file));
            putAway(file);
        } else if (message.type().equals(APPLICATION)) {
            work(file, message);
        } else {
            if (message.type().equals(REJECTION)) {
                Disk.append(rejections, message.id());
            }
            putAway(file);
        }
    }

    private void work(Path file, XbauMessage application) throws IOException {
        Instant due = decisionDue.get(application.id());
        if (due == null) {
            byte[] checked = answer(check, application, "0201", 1);
            if (complete(checked)) {
                decisionDue.put(application.id(), clock.instant().plus(pause));
            } else {
                putAway(file);
            }
        } else if (!clock.instant().isBefore(due)) {
            answer(decision, application, "0205", 2);
            putAway(file);
            decisionDue.remove(application.id());
        }
    }

    private byte[] answer(AnswerSheet sheet, XbauMessage application, String type, int seconds) {
        byte[] answer = sheet.answer(
                application,
                Ids.derived(application.id(), "bauamt", type),
                application.createdAt().plusSeconds(seconds),
                fileNumber(application));
        drop(application.id() + "." + type + ".xml", answer);
        return answer;
    }

    private static String fileNumber(XbauMessage application) {
        String digest = Ids.sha256(application.id().getBytes(StandardCharsets.UTF_8));
        int number = Integer.parseInt(digest.substring(0, HEX_DIGITS), HEX) % FILE_NUMBERS;
        return String.format(
                "63-%d-%05d", application.createdAt().atZone(ZoneOffset.UTC).getYear(), number);
    }

    private static boolean complete(byte[] checked) {
        return new String(checked, StandardCharsets.UTF_8).contains("antragVollstaendig>true<");
    }

    /** Moves the message's attachments, then the message: while it lies there, the hub knows it was delivered. */
    private void putAway(Path file) throws IOException {
        String stem = name(file).replaceFirst("[.]xml$", ".");
        List<Path> attachments;
        try (Stream<Path> files = Files.list(inbox)) {
            attachments = files.filter(other -> name(other).startsWith(stem) && !other.equals(file))
                    .toList();
        }
        for (Path attachment : attachments) {
            move(attachment);
        }
        move(file);
        Disk.append(taken, name(file));
    }

    private void move(Path file) throws IOException {
        Files.move(file, done.resolve(name(file)), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public void close() {
        Threads.end(clerk);
    }
}
