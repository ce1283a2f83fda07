package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.testkit.SmallHeap;

/** H2 as {@code config/application.yaml} opens it. */
class EmbeddedDatabaseTest {
    private static final int HEAP_MEGABYTES = 128;

    /** An event leaves the queue when the database has it; a database that writes later would lose it for ever. */
    @Test
    void committedEventsSurviveHalt(@TempDir Path folder) throws Exception {
        SmallHeap.run(ProjectAndHalt.class, HEAP_MEGABYTES, folder, folder.toString());

        JournalDatabase reopened = ProjectAndHalt.open(folder);
        assertThat(reopened.jdbc()
                        .sql("select count(*) from journal_event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ProjectAndHalt.EVENTS);
        assertThat(reopened.verifier().verify()).isInstanceOf(ChainVerifier.Verdict.Intact.class);
    }
}
