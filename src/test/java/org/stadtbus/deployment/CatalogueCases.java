package org.stadtbus.deployment;

import java.util.stream.Stream;

/** The catalogue, what it gives to Kamelets, and secrets. */
final class CatalogueCases {
    private static final String AMT = "config/procedures/amt.yaml";
    private static final String ANTRAG_CAMEL = "routes/antrag/antrag.camel.yaml";

    private CatalogueCases() {}

    static Stream<LintCase> all() {
        return Stream.of(
                new LintCase(
                        "a procedure id twice",
                        AMT,
                        "id: archiv",
                        "id: register",
                        "config/procedures/amt.yaml:25: Die Kennung »register« gibt es schon in config/procedures/amt.yaml; bitte eine andere wählen."),
                new LintCase(
                        "a unit twice",
                        "config/procedures/amt-2.yaml",
                        "",
                        "unit: Amt\nprocedures: []\n",
                        "config/procedures/amt.yaml:2: Die Einheit »Amt« hat schon die Datei config/procedures/amt-2.yaml; bitte dort eintragen."),
                new LintCase(
                        "an unknown connector",
                        AMT,
                        "connector: post",
                        "connector: brieftaube",
                        "config/procedures/amt.yaml:13: Den Anschluss »brieftaube« gibt es nicht; bitte den Ordner connectors/brieftaube anlegen."),
                new LintCase(
                        "an unknown standard of answers",
                        AMT,
                        "standard: xfach-1.0",
                        "standard: xfach-9",
                        "config/procedures/amt.yaml:14: Den Standard »xfach-9« gibt es nicht; bitte config/standards/xfach-9.yaml anlegen."),
                new LintCase(
                        "no order side by side where the target knows no duplicates",
                        AMT,
                        "order: journey",
                        "order: none",
                        "config/procedures/amt.yaml:23: Der Anschluss »post« erkennt Doppelte nicht; bitte order: journey oder concurrency: 1 wählen, sonst legen zwei Nachrichten eines Vorgangs dasselbe zweimal an."),
                new LintCase(
                        "a source the connector lacks",
                        "connectors/post/post-source.kamelet.yaml",
                        "",
                        LintCase.DELETED,
                        "config/procedures/amt.yaml:19: Das Kamelet »post-source« gibt es nicht; bitte unter connectors anlegen."),
                new LintCase(
                        "something handed to a procedure that only brings",
                        AMT,
                        "      properties:\n        url: ${register.url}\n        password: ${register.password}\n        mode: fast\n",
                        "",
                        ANTRAG_CAMEL
                                + ":10: Das Fachverfahren »register« gibt nur ab; bitte in seiner Anbindung properties angeben oder ihm nichts übergeben."),
                new LintCase(
                        "an unknown Kamelet property",
                        AMT,
                        "mode: fast",
                        "mod: fast",
                        "config/procedures/amt.yaml:18: Das Kamelet post-sink kennt die Eigenschaft »mod« nicht; erlaubt sind url, password, mode, patience."),
                new LintCase(
                        "a missing Kamelet property",
                        AMT,
                        "        url: ${register.url}\n        password",
                        "        password",
                        "config/procedures/amt.yaml:15: Dem Kamelet post-sink fehlt die Eigenschaft »url«; bitte angeben."),
                new LintCase(
                        "a wrong value of a Kamelet property",
                        AMT,
                        "mode: fast",
                        "mode: medium",
                        "config/procedures/amt.yaml:18: »mode« darf nur fast, slow sein."),
                new LintCase(
                        "a wrong type of a Kamelet property",
                        AMT,
                        "mode: fast",
                        "patience: bald",
                        "config/procedures/amt.yaml:18: »patience« muss vom Typ integer sein."),
                new LintCase(
                        "a connection that cannot tell a repetition",
                        "connectors/post/connector.yaml",
                        "deduplicates: false",
                        "deduplicates: true\ndeduplicatesWith: [patience]",
                        "config/procedures/amt.yaml:12: Ohne die Eigenschaft »patience« kann »register« eine Nachricht doppelt bekommen; bitte angeben."),
                new LintCase(
                        "an unknown Kamelet property in a route",
                        ANTRAG_CAMEL,
                        "hub:reply?state=weitergeleitet",
                        "kamelet:post-sink?url=x&password={{p}}&farbe=rot",
                        "routes/antrag/antrag.camel.yaml:11: Das Kamelet post-sink kennt die Eigenschaft »farbe« nicht; erlaubt sind url, password, mode, patience."),
                new LintCase(
                        "an unknown Kamelet in a route",
                        ANTRAG_CAMEL,
                        "hub:reply?state=weitergeleitet",
                        "kamelet:brief-sink",
                        "routes/antrag/antrag.camel.yaml:11: Das Kamelet »brief-sink« gibt es nicht; bitte unter connectors anlegen."),
                new LintCase(
                        "a secret in the catalogue",
                        AMT,
                        "${register.password}",
                        "hunter2",
                        "config/procedures/amt.yaml:17: »password« ist ein Geheimnis und gehört in keine Datei; bitte hier einen Platzhalter ${…} ohne Vorgabe schreiben und den Wert ändern, falls er echt ist."),
                new LintCase(
                        "a secret as default of a placeholder",
                        AMT,
                        "${register.password}",
                        "${register.password:hunter2}",
                        "config/procedures/amt.yaml:17: »password« ist ein Geheimnis und gehört in keine Datei; bitte hier einen Platzhalter ${…} ohne Vorgabe schreiben und den Wert ändern, falls er echt ist."),
                new LintCase(
                        "a secret in the settings",
                        "config/application.yaml",
                        "${NEIGHBOUR_PASSWORD}",
                        "hunter2",
                        "config/application.yaml:2: »password« ist ein Geheimnis und gehört in keine Datei; bitte hier einen Platzhalter ${…} ohne Vorgabe schreiben und den Wert ändern, falls er echt ist."));
    }
}
