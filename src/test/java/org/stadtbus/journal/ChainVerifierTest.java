package org.stadtbus.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** On both databases. */
class ChainVerifierTest {

    @Nested
    class OnH2 extends ChainVerifierPromises {
        OnH2(@TempDir Path folder) {
            super(JournalDatabase.h2(folder));
        }
    }

    @Nested
    class OnPostgres extends ChainVerifierPromises {
        OnPostgres(@TempDir Path folder) {
            super(JournalDatabase.postgres(folder));
        }
    }
}
