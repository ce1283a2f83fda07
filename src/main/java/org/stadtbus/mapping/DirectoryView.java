package org.stadtbus.mapping;

import java.util.Map;
import java.util.stream.Collectors;
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.Organisation;

/** The directory as stylesheets see it: role → what XÖV heads need. */
public final class DirectoryView {
    private DirectoryView() {}

    /** Every organisation of the directory under its role. */
    public static Map<String, Map<String, String>> of(Directory directory) {
        return directory.all().stream()
                .collect(Collectors.toMap(
                        Organisation::role,
                        o -> Map.of(
                                "kennung", o.key(),
                                "name", o.name(),
                                "verzeichnisdienst", o.directoryService(),
                                "verzeichnisdienstVersion", o.directoryServiceVersion())));
    }
}
