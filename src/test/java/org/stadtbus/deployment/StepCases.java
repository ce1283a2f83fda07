package org.stadtbus.deployment;

import java.util.stream.Stream;

/** Steps of routes. */
final class StepCases {
    private static final String ANTRAG_CAMEL = "routes/antrag/antrag.camel.yaml";

    private static final String SWALLOWS =
            "routes/antrag/antrag.camel.yaml:3: Die Linie »antrag« gibt ihre Nachrichten nicht auf jedem Weg weiter; bitte jeden Weg zu hub:to oder hub:reply führen.";

    private StepCases() {}

    static Stream<LintCase> all() {
        return Stream.of(
                new LintCase(
                        "not a list of routes",
                        ANTRAG_CAMEL,
                        "",
                        "id: antrag\n",
                        "routes/antrag/antrag.camel.yaml: Die Datei muss eine Liste von Linien sein, die mit »- route:« beginnt."),
                new LintCase(
                        "a route without route",
                        ANTRAG_CAMEL,
                        "",
                        "- from: { uri: hub:from, steps: [] }\n",
                        "routes/antrag/antrag.camel.yaml:1: Bitte die Linie mit »- route:« und einer id beginnen."),
                new LintCase(
                        "a route without id",
                        ANTRAG_CAMEL,
                        "    id: antrag\n",
                        "",
                        "routes/antrag/antrag.camel.yaml:1: Die Linie hat keine id; bitte ergänzen."),
                new LintCase(
                        "an id twice",
                        "routes/antrag/zwei.camel.yaml",
                        "",
                        "- route: { id: antrag, from: { uri: \"hub:from?answersOf=register\", steps: [] } }\n",
                        "routes/antrag/zwei.camel.yaml:1: Die id »antrag« gibt es schon in routes/antrag/antrag.camel.yaml; bitte eine andere wählen."),
                new LintCase(
                        "a route that begins elsewhere",
                        ANTRAG_CAMEL,
                        "uri: hub:from",
                        "uri: file:eingang",
                        "routes/antrag/antrag.camel.yaml:3: Eine Linie muss mit hub:from beginnen."),
                new LintCase(
                        "a route that swallows its messages",
                        ANTRAG_CAMEL,
                        "        - to: hub:to?procedure=register\n        - to: hub:reply?state=weitergeleitet",
                        "        - to: log:ende",
                        SWALLOWS),
                new LintCase(
                        "a route with a way that swallows",
                        ANTRAG_CAMEL,
                        "        - to: hub:to?procedure=register\n        - to: hub:reply?state=weitergeleitet",
                        """
                                - choice:
                                    when:
                                      - simple: "${body} != null"
                                        steps:
                                          - to: hub:to?procedure=register
                                          - to: hub:reply?state=weitergeleitet
                        """,
                        SWALLOWS),
                new LintCase(
                        "a filter before the end",
                        ANTRAG_CAMEL,
                        "        - to: hub:to?procedure=register\n        - to: hub:reply?state=weitergeleitet",
                        """
                                - filter:
                                    simple: "${body} != null"
                                    steps:
                                      - to: hub:to?procedure=register
                        """,
                        SWALLOWS),
                new LintCase(
                        "an unknown step",
                        ANTRAG_CAMEL,
                        "hub:reply?",
                        "hub:antworte?",
                        "routes/antrag/antrag.camel.yaml:11: Den Schritt hub:antworte gibt es nicht; es gibt from, validate, letters, map, to, reply, correlate, begin, take-in."),
                new LintCase(
                        "an unknown parameter",
                        ANTRAG_CAMEL,
                        "hub:map?mapping=",
                        "hub:map?abbildung=x&mapping=",
                        "routes/antrag/antrag.camel.yaml:9: Der Schritt hub:map kennt die Angabe »abbildung« nicht; erlaubt sind mapping, attachments."),
                new LintCase(
                        "a missing parameter",
                        ANTRAG_CAMEL,
                        "hub:to?procedure=register",
                        "hub:to",
                        "routes/antrag/antrag.camel.yaml:10: Dem Schritt hub:to fehlt die Angabe »procedure«."),
                new LintCase(
                        "a choice not made",
                        ANTRAG_CAMEL,
                        "hub:reply?state=weitergeleitet",
                        "hub:reply",
                        "routes/antrag/antrag.camel.yaml:11: Der Schritt hub:reply braucht genau eine der Angaben state, mapping."),
                new LintCase(
                        "an unknown mapping",
                        ANTRAG_CAMEL,
                        "mapping=antrag-to-csv",
                        "mapping=antrag-to-xml",
                        "routes/antrag/antrag.camel.yaml:9: Die Abbildung »antrag-to-xml« gibt es nicht; es gibt antrag-to-csv."),
                new LintCase(
                        "an unknown procedure",
                        ANTRAG_CAMEL,
                        "procedure=register",
                        "procedure=register,amtsblatt",
                        "routes/antrag/route.yaml:8: Die Linie übergibt an »amtsblatt«; bitte bei recipients ergänzen."),
                new LintCase(
                        "an unknown schema",
                        ANTRAG_CAMEL,
                        "schema=form-antrag",
                        "schema=form-antrg",
                        "routes/antrag/antrag.camel.yaml:8: Das Schema »form-antrg« gibt es nicht; es gibt form-antrag, xfach-1.0."),
                new LintCase(
                        "an unknown state",
                        ANTRAG_CAMEL,
                        "state=weitergeleitet",
                        "state=erledigt",
                        "routes/antrag/antrag.camel.yaml:11: Den Zustand »erledigt« gibt es nicht; es gibt eingegangen, entschieden, in-pruefung, klaerfall, unterlagen-fehlen, weitergeleitet, zurueckgewiesen."),
                new LintCase(
                        "another service",
                        ANTRAG_CAMEL,
                        "service: \"99000000000001\"",
                        "service: \"99000000000002\"",
                        "routes/antrag/antrag.camel.yaml:4: Die Leistung »99000000000002« ist nicht die der route.yaml daneben (99000000000001); bitte angleichen."),
                new LintCase(
                        "a wrong concurrency",
                        ANTRAG_CAMEL,
                        "service: \"99000000000001\"",
                        "service: \"99000000000001\"\n        concurrency: viele",
                        "routes/antrag/antrag.camel.yaml:4: concurrency muss eine ganze Zahl von 1 bis 99 sein."),
                new LintCase(
                        "a recipient not declared",
                        ANTRAG_CAMEL,
                        "procedure=register",
                        "procedure=register,archiv",
                        "routes/antrag/route.yaml:8: Die Linie übergibt an »archiv«; bitte bei recipients ergänzen."));
    }
}
