package org.stadtbus.mapping;

import java.util.Map;
import java.util.Optional;
import org.stadtbus.standards.Directory;

/** The directory as stylesheets see it. */
public final class DirectoryView implements Authorities {
    private final Directory directory;

    /** @param directory what is asked */
    public DirectoryView(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Map<String, String>> find(String role) {
        return directory
                .find(role)
                .map(o -> Map.of(
                        "kennung", o.key(),
                        "name", o.name(),
                        "verzeichnisdienst", o.directoryService(),
                        "verzeichnisdienstVersion", o.directoryServiceVersion()));
    }
}
