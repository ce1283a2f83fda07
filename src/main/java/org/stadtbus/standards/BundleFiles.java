package org.stadtbus.standards;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stadtbus.envelope.HubException;

/** Where the files of one official bundle lie. Remote addresses in them are read as file names, nothing else is opened. */
final class BundleFiles {

    private final BundleDescription description;
    private final Function<String, Path> place;

    BundleFiles(BundleDescription description, Path standardsDir) {
        this(description, standardsDir.toAbsolutePath().normalize()::resolve);
    }

    /** @param place where a path below the standards folder lies */
    BundleFiles(BundleDescription description, Function<String, Path> place) {
        this.description = description;
        this.place = place;
    }

    /** What is not there, as paths or names relative to the standards folder; empty when the bundle is installed. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (description.schemas().isEmpty()) {
            missing.add("die Namen der Einstiegsschemata");
        }
        for (String folder : description.folders()) {
            if (!Files.isDirectory(place.apply(folder))) {
                missing.add(folder);
            }
        }
        for (String schema : description.schemas()) {
            if (find(schema).isEmpty()) {
                missing.add(schema);
            }
        }
        for (String rules : description.schematron()) {
            if (rulesFile(rules).isEmpty()) {
                missing.add(rules);
            }
        }
        return missing;
    }

    List<Path> schematron() {
        return description.schematron().stream()
                .map(rules -> rulesFile(rules).orElseThrow(() -> incomplete(fileName(rules), description.id())))
                .toList();
    }

    private Optional<Path> rulesFile(String rules) {
        Path named = place.apply(rules);
        return Files.isRegularFile(named) ? Optional.of(named) : find(fileName(rules));
    }

    /**
     * The file an address names, found by its last part in the bundle's folders.
     *
     * @param address relative or remote address as written in an official file
     * @param askedBy the file it is written in, for the sentence
     * @throws HubException permanent ({@code standard-incomplete}) when no folder holds it
     */
    Path require(String address, String askedBy) {
        String name = fileName(address);
        return find(name).orElseThrow(() -> incomplete(name, fileName(askedBy)));
    }

    private HubException incomplete(String name, String askedBy) {
        return HubException.permanent(
                "standard-incomplete",
                "Die Datei »%s« (verlangt von »%s«) fehlt in den Ordnern %s von %s. Aus dem Netz wird nichts geladen. %s"
                        .formatted(
                                name,
                                askedBy,
                                String.join(", ", description.folders()),
                                description.title(),
                                description.install()));
    }

    /** A file by its bare name: in the bundle's folders, or deeper in them. */
    Optional<Path> find(String name) {
        List<Path> folders = description.folders().stream().map(place).toList();
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .or(() -> folders.stream()
                        .flatMap(folder -> OfficialFiles.below(folder).stream())
                        .filter(file -> name.equals(String.valueOf(file.getFileName())))
                        .findFirst());
    }

    private static String fileName(String address) {
        String path = address.startsWith("file:") ? URI.create(address).getPath() : address;
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
