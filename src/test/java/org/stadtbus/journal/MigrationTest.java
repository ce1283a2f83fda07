package org.stadtbus.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** On both databases. */
class MigrationTest {

    @Nested
    class OnH2 extends MigrationPromises {
        OnH2(@TempDir Path folder) throws SQLException {
            super(JournalDatabase.emptyH2(), folder);
        }
    }

    @Nested
    class OnPostgres extends MigrationPromises {
        OnPostgres(@TempDir Path folder) throws SQLException {
            super(JournalDatabase.emptyPostgres(), folder);
        }
    }
}
