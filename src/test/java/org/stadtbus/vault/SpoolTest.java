package org.stadtbus.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that was killed starts again, whatever it had in the spool. */
class SpoolTest {
    @Test
    void filesAndFoldersOfACrashAreForgotten(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("halb"), "x");
        Path port = Files.createDirectories(folder.resolve("xta123/work/Tomcat"));
        Files.writeString(port.resolve("session"), "x");
        new Spool(folder).clear();
        assertThat(folder).isEmptyDirectory();
    }
}
