package org.stadtbus.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of the connectors' README files that {@code stadtbus lint --write} writes. */
public final class ReadmeParts {
    private static final ReadmePart PROPERTIES = new ReadmePart("Eigenschaften");
    private static final ReadmePart BAD_INPUT = new ReadmePart("schlechten Eingaben");

    private ReadmeParts() {}

    /** Writes all parts into every connector's README. */
    public static void write(Path home) {
        Folders folders = Folders.read(home);
        for (String name : folders.folders("connectors")) {
            Path readme = readme(folders, "connectors/" + name);
            if (Files.isRegularFile(readme)) {
                of(folders, "connectors/" + name).forEach((part, content) -> part.write(readme, content));
            }
        }
    }

    /** True when the README says what the files beside it say now. */
    static boolean upToDate(Folders folders, String folder) {
        Path readme = readme(folders, folder);
        return of(folders, folder).entrySet().stream()
                .allMatch(part -> part.getKey().isIn(readme, part.getValue()));
    }

    private static Map<ReadmePart, String> of(Folders folders, String folder) {
        Map<ReadmePart, String> parts = new LinkedHashMap<>();
        folders.of(FileKind.CONNECTOR)
                .filter(file -> file.folderPath().equals(folder))
                .findAny()
                .map(YamlFile::root)
                .filter(connector -> connector.has("badInput"))
                .ifPresent(connector -> parts.put(BAD_INPUT, BadInputTable.of(connector)));
        parts.put(PROPERTIES, PropertyTables.of(folders, folder));
        return parts;
    }

    private static Path readme(Folders folders, String folder) {
        return folders.home().resolve(folder + "/README.md");
    }
}
