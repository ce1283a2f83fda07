package org.stadtbus.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** On both databases. */
class JdbcJournalTest {

    @Nested
    class OnH2 extends JdbcJournalPromises {
        OnH2(@TempDir Path folder) {
            super(JournalDatabase.h2(folder));
        }
    }

    @Nested
    class OnPostgres extends JdbcJournalPromises {
        OnPostgres(@TempDir Path folder) {
            super(JournalDatabase.postgres(folder));
        }
    }
}
