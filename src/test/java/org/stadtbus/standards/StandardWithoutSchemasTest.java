package org.stadtbus.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.sandbox.meldenetz.NeighbourTown;

/** Of a standard whose schemas nobody could get, the head is read and nothing is called valid. */
class StandardWithoutSchemasTest {
    private static final String ID = "a4c1d2e0-0000-4000-8000-000000000201";

    @TempDir
    private Path folder;

    private Standards standards() throws Exception {
        Files.createDirectories(folder.resolve("xmeld-26.11"));
        return Standards.load(Path.of("config"), folder);
    }

    @Test
    void itNeverCountsAsInstalled() throws Exception {
        assertThat(standards().installed("xmeld-26.11")).isFalse();
        assertThat(standards().validate("xmeld-26.11", NeighbourTown.notice(ID)))
                .isInstanceOfSatisfying(ValidationResult.Unchecked.class, unchecked -> assertThat(unchecked.reason())
                        .contains("die Namen der Einstiegsschemata"));
    }

    @Test
    void itsHeadSaysWhoWritesToWhom() throws Exception {
        MessageHeader header = standards().header("xmeld-26.11", NeighbourTown.notice(ID));
        assertThat(header.type()).contains("0201");
        assertThat(header.messageId()).contains(ID);
        assertThat(header.author()).contains(NeighbourTown.KEY);
        assertThat(header.reader()).contains("ags:03403000");
    }
}
