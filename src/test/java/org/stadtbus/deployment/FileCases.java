package org.stadtbus.deployment;

import java.util.stream.Stream;

/** Files that cannot be read or break their schema. */
final class FileCases {
    private static final String FARBEN_1 = "config/codelists/farben_1.yaml";
    private static final String CONNECTOR = "connectors/post/connector.yaml";
    private static final String FALL_TEST = "routes/antrag/fall.test.yaml";
    private static final String ROUTE = "routes/antrag/route.yaml";

    private FileCases() {}

    static Stream<LintCase> all() {
        return Stream.of(
                new LintCase(
                        "unreadable YAML",
                        ROUTE,
                        "dataCategories: [Name]",
                        "dataCategories: [Name",
                        "routes/antrag/route.yaml:8: Bitte als YAML lesbar machen: expected ',' or ']', but got :"),
                new LintCase(
                        "a key twice",
                        ROUTE,
                        "title: Antrag stellen",
                        "title: A\ntitle: B",
                        "routes/antrag/route.yaml:4: Der Schlüssel »title« steht zweimal; bitte einen der beiden Einträge löschen."),
                new LintCase(
                        "a file nobody reads",
                        "routes/antrag/route.yml",
                        "",
                        "a: 1\n",
                        "routes/antrag/route.yml: Diese Datei liest niemand; bitte umbenennen (z. B. route.yaml, <name>.camel.yaml), verschieben oder löschen."),
                new LintCase(
                        "an empty file",
                        FARBEN_1,
                        "",
                        "# yaml-language-server: $schema=../../src/main/resources/schema/codelist.schema.json\n",
                        "config/codelists/farben_1.yaml: Die Datei ist leer; bitte füllen oder löschen."),
                new LintCase(
                        "no schema named",
                        ROUTE,
                        "# yaml-language-server: $schema=../../src/main/resources/schema/route.schema.json\n",
                        "",
                        "routes/antrag/route.yaml:1: Die erste Zeile muss »# yaml-language-server: $schema=../../src/main/resources/schema/route.schema.json« lauten, damit Editoren die Datei ergänzen."),
                new LintCase(
                        "a wrong schema named",
                        CONNECTOR,
                        "connector.schema.json",
                        "route.schema.json",
                        "connectors/post/connector.yaml:1: Die erste Zeile muss »# yaml-language-server: $schema=../../src/main/resources/schema/connector.schema.json« lauten, damit Editoren die Datei ergänzen."),
                new LintCase(
                        "an unknown field",
                        CONNECTOR,
                        "summary:",
                        "sumary:",
                        "connectors/post/connector.yaml:2: Das Feld »sumary« ist nicht vorgesehen."),
                new LintCase(
                        "a missing GDPR field",
                        ROUTE,
                        "legalBasis: Art. 6 Abs. 1 Buchst. e DSGVO\n",
                        "",
                        "routes/antrag/route.yaml:2: Das Feld »legalBasis« fehlt."),
                new LintCase(
                        "a wrong enum",
                        ROUTE,
                        "protection: hoch",
                        "protection: mittel",
                        "routes/antrag/route.yaml:10: Bei »protection«: Den Wert gibt es nicht; erlaubt sind normal, hoch, sehr hoch."),
                new LintCase(
                        "a wrong period",
                        ROUTE,
                        "retention: P5Y",
                        "retention: 5 Jahre",
                        "routes/antrag/route.yaml:9: Bei »retention«: Der Wert hat nicht die vorgeschriebene Form. Gemeint ist: Wie lange Nachrichten im Tresor bleiben, ISO 8601, z. B. P10Y oder P90D."),
                new LintCase(
                        "an unknown state code",
                        ROUTE,
                        "  eingegangen:",
                        "  angekommen:",
                        "routes/antrag/route.yaml:15: Bei »states«: Das Feld »angekommen« ist nicht vorgesehen."),
                new LintCase(
                        "a wrong duration",
                        "config/procedures/amt.yaml",
                        "initial: 1s",
                        "initial: bald",
                        "config/procedures/amt.yaml:24: Bei »procedures/0/delivery/retry/initial«: Der Wert hat nicht die vorgeschriebene Form. Gemeint ist: Dauer wie 500ms, 1s, 5m oder PT5M; voreingestellt 1s."),
                new LintCase(
                        "an unknown fault",
                        FALL_TEST,
                        "register: down",
                        "register: kaputt",
                        "routes/antrag/fall.test.yaml:5: Bei »faults/0/register«: Den Wert gibt es nicht; erlaubt sind down, slow, error, hang-up."),
                new LintCase(
                        "a wrong directory key",
                        "config/directory.yaml",
                        "abc:12345",
                        "12345",
                        "config/directory.yaml:6: Bei »organisations/0/key«: Der Wert hat nicht die vorgeschriebene Form. Gemeint ist: DVDV: drei Kleinbuchstaben, Doppelpunkt, Ziffern."),
                new LintCase(
                        "a standard with another name",
                        "config/standards/xfach-1.0.yaml",
                        "id: xfach-1.0",
                        "id: xfach-2.0",
                        "config/standards/xfach-1.0.yaml: Die Datei muss xfach-2.0.yaml heißen, wie es in ihr steht."),
                new LintCase(
                        "a code list with another version",
                        FARBEN_1,
                        "version: \"1\"",
                        "version: \"2\"",
                        "config/codelists/farben_1.yaml: Die Datei muss farben_2.yaml heißen, wie es in ihr steht."),
                new LintCase(
                        "a path out of the folders",
                        FALL_TEST,
                        "message: mappings/",
                        "message: ../mappings/",
                        "routes/antrag/fall.test.yaml:2: Bei »given/message«: Der Wert hat nicht die vorgeschriebene Form. Gemeint ist: Datei mit den Formulardaten, z. B. mappings/bauantrag-to-xbau/samples/einfamilienhaus.in.json."));
    }
}
