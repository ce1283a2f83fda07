package org.stadtbus.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** On both databases. */
class ProjectorTest {

    @Nested
    class OnH2 extends ProjectorPromises {
        OnH2(@TempDir Path folder) {
            super(JournalDatabase.h2(folder));
        }
    }

    @Nested
    class OnPostgres extends ProjectorPromises {
        OnPostgres(@TempDir Path folder) {
            super(JournalDatabase.postgres(folder));
        }
    }
}
