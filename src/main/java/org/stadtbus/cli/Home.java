package org.stadtbus.cli;

import java.nio.file.Path;

/** The folder that holds config/, routes/, mappings/ and connectors/. */
public final class Home {
    private Home() {}

    /** As the launcher says, else the working directory. */
    public static Path path() {
        return Path.of(System.getProperty("stadtbus.home", "."))
                .toAbsolutePath()
                .normalize();
    }
}
