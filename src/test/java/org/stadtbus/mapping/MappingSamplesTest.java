package org.stadtbus.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sample pair below {@code mappings/} is a test by being there. */
class MappingSamplesTest {
    private static final TestSchemas SCHEMAS = new TestSchemas();

    @TestFactory
    Stream<DynamicTest> everySampleHolds() {
        List<SampleResult> results = new SamplePairs(Path.of("mappings"), SCHEMAS).run();
        assertThat(results).isNotEmpty();
        return results.stream()
                .map(r -> dynamicTest(
                        r.mapping() + " / " + r.sample(),
                        () -> assertThat(r.failure()).as(r.failure().orElse("")).isEmpty()));
    }

    @Test
    void messagesAreCheckedAgainstTheOfficialSchemas() {
        boolean ci = "true".equals(System.getenv("CI"));
        assumeTrue(
                SCHEMAS.official() || ci,
                "Die amtlichen XBau-Dateien fehlen (../shared/standards oder STADTBUS_STANDARDS): Ausgaben bleiben ungeprüft.");
        assertThat(SCHEMAS.official()).isTrue();
        assertThat(SCHEMAS.findings("xbau-2.6", "<x/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isNotEmpty();
    }
}
