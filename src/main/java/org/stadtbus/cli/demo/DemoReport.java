package org.stadtbus.cli.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stadtbus.sandbox.Json;

/** How the demo's journeys ended. */
record DemoReport(List<Outcome> outcomes) {

    /** True when each ended as its errand says. */
    boolean asExpected() {
        return outcomes.stream().allMatch(Outcome::asExpected);
    }

    /** One sentence for people. */
    String summary() {
        Map<String, Long> counts = outcomes.stream()
                .collect(Collectors.groupingBy(o -> o.state().label(), java.util.TreeMap::new, Collectors.counting()));
        String states = counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        String wrong = outcomes.stream()
                .filter(o -> !o.asExpected())
                .map(o -> o.errand().name())
                .collect(Collectors.joining(", "));
        return outcomes.size() + " Vorgänge: " + states + ". "
                + (wrong.isEmpty() ? "Alle endeten wie erwartet." : "Anders als erwartet: " + wrong + ".");
    }

    /** The same for programs. */
    String json() {
        ObjectNode root = Json.object();
        ArrayNode journeys = root.putArray("journeys");
        outcomes.forEach(o -> journeys.addObject()
                .put("id", o.journeyId())
                .put("sample", o.errand().name())
                .put("state", o.state().code())
                .put("expected", o.errand().expected().code()));
        return root.toString();
    }
}
