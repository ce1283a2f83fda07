package org.stadtbus.intake;

import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** Beginnings of an installation whose secret lies in a folder of the test's. */
public final class TestBeginnings {
    private static final DataSize LIMIT = DataSize.ofMegabytes(10);

    private TestBeginnings() {}

    /** @param takesTests whether messages marked as tests are taken */
    public static Beginnings of(Path keys, boolean takesTests) {
        return new Beginnings(
                new JourneyIds(keys.resolve("intake.key")), new IntakeProperties(takesTests, LIMIT, LIMIT, LIMIT));
    }
}
