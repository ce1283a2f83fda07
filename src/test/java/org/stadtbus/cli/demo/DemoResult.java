package org.stadtbus.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.stadtbus.sandbox.Json;
import org.stadtbus.testkit.Program;

/** What {@code demo --json} printed: sample → state. */
record DemoResult(Map<String, String> states, Map<String, String> ids) {
    static final Map<String, Long> EXPECTED =
            Map.of("entschieden", 20L, "unterlagen-fehlen", 2L, "zurueckgewiesen", 8L);

    /** Reads the one line of standard output; fails when there is any other. */
    static DemoResult of(Program program) {
        if (program.out().size() != 1) {
            throw new AssertionError("Standard output must hold the result and nothing else:\n" + program.text());
        }
        Map<String, String> states = new TreeMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (JsonNode journey : Json.read(program.out().get(0)).path("journeys")) {
            states.put(journey.path("sample").asText(), journey.path("state").asText());
            ids.put(journey.path("sample").asText(), journey.path("id").asText());
        }
        return new DemoResult(states, ids);
    }

    /** How many ended in which state. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        states.values().forEach(state -> counts.merge(state, 1L, Long::sum));
        return counts;
    }
}
