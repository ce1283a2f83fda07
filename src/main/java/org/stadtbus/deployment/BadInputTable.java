package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;

/** What a sender hears of bad input over one connector, as its connector.yaml says. */
final class BadInputTable {

    private BadInputTable() {}

    static String of(JsonNode connector) {
        StringBuilder text = new StringBuilder("\n### Was bei schlechter Eingabe geschieht\n\n")
                .append(
                        "Jede Zeile mit einer Antwort belegt ein Test (`BadInputTest`).\n\n| Eingabe | Antwort |\n|---|---|\n");
        for (BadInput input : BadInput.values()) {
            JsonNode said = connector.path("badInput").path(input.key());
            String cell = said.has("answer")
                    ? said.path("answer").asText()
                    : "entfällt: " + said.path("impossible").asText();
            text.append("| %s | %s |\n".formatted(input.title(), cell));
        }
        return text.toString();
    }
}
