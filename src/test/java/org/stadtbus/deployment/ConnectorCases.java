package org.stadtbus.deployment;

import java.util.stream.Stream;

/** Connectors and their Kamelets. */
final class ConnectorCases {
    private static final String README = "connectors/post/README.md";
    private static final String CONNECTOR = "connectors/post/connector.yaml";
    private static final String POST_SINK = "connectors/post/post-sink.kamelet.yaml";

    private ConnectorCases() {}

    static Stream<LintCase> all() {
        return Stream.of(
                new LintCase(
                        "a connector without description",
                        CONNECTOR,
                        "",
                        LintCase.DELETED,
                        "connectors/post: Es fehlt connector.yaml; bitte anlegen."),
                new LintCase(
                        "a connector with another id",
                        CONNECTOR,
                        "id: post",
                        "id: poste",
                        "connectors/post/connector.yaml:2: Die id muss wie der Ordner »post« heißen."),
                new LintCase(
                        "a direction without Kamelet",
                        "connectors/post/post-source.kamelet.yaml",
                        "",
                        LintCase.DELETED,
                        "connectors/post/connector.yaml:6: Die Richtung »source« braucht die Datei post-source.kamelet.yaml; bitte anlegen oder die Richtung streichen."),
                new LintCase(
                        "a Kamelet without direction",
                        CONNECTOR,
                        "[source, sink]",
                        "[sink]",
                        "connectors/post/connector.yaml:6: Zur Datei post-source.kamelet.yaml fehlt die Richtung »source«; bitte ergänzen."),
                new LintCase(
                        "a sandbox that is not there",
                        CONNECTOR,
                        "sandbox: http",
                        "sandbox: brieftaube",
                        "connectors/post/connector.yaml:8: Das Paket org.stadtbus.sandbox.brieftaube gibt es nicht; bitte die Gegenstelle nennen, die diesen Anschluss nachstellt."),
                new LintCase(
                        "no recorded answers",
                        "connectors/post/sandbox/angenommen.http",
                        "",
                        LintCase.DELETED,
                        "connectors/post: Es fehlt der Ordner sandbox mit aufgezeichneten Antworten der Gegenstelle; bitte wenigstens eine ablegen."),
                new LintCase(
                        "a connector that does not say what happens to a repetition",
                        CONNECTOR,
                        "  replayed: { answer: \"200 wie beim ersten Mal; sie wird nicht noch einmal angenommen.\" }\n",
                        "",
                        "connectors/post/connector.yaml:9: Bei »badInput«: Das Feld »replayed« fehlt."),
                new LintCase(
                        "a README that says otherwise than connector.yaml what happens to bad input",
                        CONNECTOR,
                        "413; nichts wird gelesen.",
                        "413; alles wird gelesen.",
                        "connectors/post/README.md: Eine Tabelle fehlt oder ist veraltet; bitte ./stadtbus lint --write laufen lassen."),
                new LintCase(
                        "no README",
                        README,
                        "",
                        LintCase.DELETED,
                        "connectors/post: Es fehlt README.md; bitte den Anschluss und jede Eigenschaft beschreiben."),
                new LintCase(
                        "a README whose table does not fit the Kamelets",
                        README,
                        "Gangart",
                        "Gangarten",
                        "connectors/post/README.md: Eine Tabelle fehlt oder ist veraltet; bitte ./stadtbus lint --write laufen lassen."),
                new LintCase(
                        "a Kamelet with another file name",
                        "connectors/post/andere-sink.kamelet.yaml",
                        "",
                        "metadata: { name: andere-sink }\n",
                        "connectors/post/andere-sink.kamelet.yaml: Die Datei muss post-source.kamelet.yaml oder post-sink.kamelet.yaml heißen."),
                new LintCase(
                        "a Kamelet with another name",
                        POST_SINK,
                        "name: post-sink",
                        "name: post-senke",
                        "connectors/post/post-sink.kamelet.yaml:4: metadata.name muss wie die Datei »post-sink« heißen."),
                new LintCase(
                        "a property without description",
                        POST_SINK,
                        "description: Wie schnell, ",
                        "",
                        "connectors/post/post-sink.kamelet.yaml:12: Der Eigenschaft »mode« fehlt »description«; bitte ergänzen."),
                new LintCase(
                        "a property without type",
                        POST_SINK,
                        "description: Wohin, type: string",
                        "description: Wohin",
                        "connectors/post/post-sink.kamelet.yaml:10: Der Eigenschaft »url« fehlt »type«; bitte ergänzen."),
                new LintCase(
                        "an unused property",
                        POST_SINK,
                        ", responseTimeout: \"{{patience}}\"",
                        "",
                        "connectors/post/post-sink.kamelet.yaml:13: Die Eigenschaft »patience« wird in der Vorlage nicht benutzt; bitte als {{patience}} benutzen oder löschen."),
                new LintCase(
                        "a property that Camel takes for itself",
                        POST_SINK,
                        "patience",
                        "timeout",
                        "connectors/post/post-sink.kamelet.yaml:13: »timeout« ist eine Option von Camel selbst und käme in der Vorlage nie an; bitte die Eigenschaft anders nennen."),
                new LintCase(
                        "an undeclared placeholder",
                        POST_SINK,
                        "mode: \"{{mode}}\"",
                        "mode: \"{{mode}}\", a: \"{{unbekannt}}\"",
                        "connectors/post/post-sink.kamelet.yaml:14: Die Vorlage verlangt {{unbekannt}}, aber die Eigenschaft fehlt; bitte unter properties ergänzen."),
                new LintCase(
                        "a required property that is none",
                        POST_SINK,
                        "required: [url, password]",
                        "required: [url, password, port]",
                        "connectors/post/post-sink.kamelet.yaml:8: »port« ist verlangt, aber keine Eigenschaft; bitte unter properties ergänzen."),
                new LintCase(
                        "a secret that is not marked",
                        POST_SINK,
                        ", format: password",
                        "",
                        "connectors/post/post-sink.kamelet.yaml:11: »password« klingt nach einem Geheimnis; bitte »format: password« ergänzen."),
                new LintCase(
                        "a secret with a default",
                        POST_SINK,
                        "format: password",
                        "format: password, default: geheim",
                        "connectors/post/post-sink.kamelet.yaml:11: »password« ist ein Geheimnis und gehört in keine Datei; bitte hier einen Platzhalter ${…} ohne Vorgabe schreiben und den Wert ändern, falls er echt ist."));
    }
}
