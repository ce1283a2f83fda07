package org.stadtbus.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.stadtbus.testkit.Program;

/** The bench runs through: every contender brings every message to the target once, and its quick run says what it is. */
class BenchIT {
    private static final int PATIENCE_SECONDS = 180;

    @Test
    void everyContenderDeliversEveryMessageOnce() throws Exception {
        try (Program bench = Program.start("bench", "--quick", "--json", "--workload", "full,load")) {
            assertThat(bench.exitCode(PATIENCE_SECONDS)).as(bench.text()).isZero();
            JsonNode report = new ObjectMapper().readTree(String.join("\n", bench.out()));
            assertThat(report.path("note").asText()).contains("bedeuten nichts");
            assertThat(report.path("unexpected").asLong()).isZero();
            for (String part : new String[] {"full", "partLoad"}) {
                JsonNode contenders = report.path(part).path(0).path("contenders");
                assertThat(contenders.fieldNames()).toIterable().as(part).containsExactly("hub", "a", "b", "c", "d");
                assertThat(contenders).allSatisfy(row -> assertThat(
                                row.path("travel").path("count").asInt())
                        .isPositive());
            }
            assertThat(report.path("full").path(0).path("hubToB").asDouble()).isPositive();
        }
    }
}
