package org.stadtbus.deployment;

import java.util.stream.Stream;

/** Mappings and their samples. */
final class MappingCases {
    private static final String STYLESHEET = "mappings/antrag-to-csv/mapping.xsl";
    private static final String MAPPING = "mappings/antrag-to-csv/mapping.yaml";

    private MappingCases() {}

    static Stream<LintCase> all() {
        return Stream.of(
                new LintCase(
                        "a mapping without description",
                        MAPPING,
                        "",
                        LintCase.DELETED,
                        "mappings/antrag-to-csv: Es fehlt mapping.yaml; ohne sie wird die Abbildung nicht geladen."),
                new LintCase(
                        "a mapping without stylesheet",
                        STYLESHEET,
                        "",
                        LintCase.DELETED,
                        "mappings/antrag-to-csv: Es fehlt mapping.xsl."),
                new LintCase(
                        "a mapping folder with a wrong name",
                        "mappings/neu/mapping.yaml",
                        "",
                        "a: 1\n",
                        "mappings/neu: Der Ordner muss <von>-to-<nach> heißen, nur Kleinbuchstaben, Ziffern und Striche."),
                new LintCase(
                        "a mapping with an unknown schema",
                        MAPPING,
                        "schema: form-antrag",
                        "schema: form-antrg",
                        "mappings/antrag-to-csv/mapping.yaml:4: Das Schema »form-antrg« gibt es nicht; bitte unter config/standards oder routes anlegen."),
                new LintCase(
                        "a mapping with an unknown owner",
                        MAPPING,
                        "owner: Amt",
                        "owner: Ampt",
                        "mappings/antrag-to-csv/mapping.yaml:3: Die Stelle »Ampt« steht nicht im Katalog; bitte den Namen aus config/procedures nehmen."),
                new LintCase(
                        "a stylesheet that does not compile",
                        STYLESHEET,
                        "?name",
                        "?",
                        "mappings/antrag-to-csv/mapping.xsl: Bitte das Stylesheet berichtigen. Die Abbildung »antrag-to-csv« lässt sich nicht übersetzen: Zeile 4: Unexpected <eof> after '?'"),
                new LintCase(
                        "a table without its layout",
                        MAPPING,
                        "format: csv",
                        "format: table",
                        "mappings/antrag-to-csv/mapping.yaml:5: Zu »table« fehlt out.layout.yaml; dort steht, wie die Zeilen geschrieben sind."),
                new LintCase(
                        "a layout of no table",
                        "mappings/antrag-to-csv/in.layout.yaml",
                        "",
                        """
                        # yaml-language-server: $schema=../../src/main/resources/schema/layout.schema.json
                        form: csv
                        charset: UTF-8
                        lineEnd: lf
                        columns: [{ name: Name }]
                        """,
                        "mappings/antrag-to-csv/in.layout.yaml: Die Datei gilt nur mit format: table bei input."),
                new LintCase(
                        "no letters of DIN 91379",
                        "mappings/antrag-to-csv/samples/buchstaben.in.json",
                        "",
                        "{ \"name\": \"Weenay\" }\n",
                        "mappings/antrag-to-csv: Kein Beispiel enthält Buchstaben der DIN 91379 (z. B. »C\u0306« oder »ẞ«); bitte eines mit Ausgabe ablegen, oder eines, das wegen des Zeichensatzes abgelehnt wird."),
                new LintCase(
                        "no refused sample",
                        "mappings/antrag-to-csv/samples/leer.rejected.txt",
                        "",
                        LintCase.DELETED,
                        "mappings/antrag-to-csv: Es fehlt ein Beispiel, das abgelehnt wird: <fall>.in.* mit <fall>.rejected.txt und dem Satz der Ablehnung."),
                new LintCase(
                        "a sample without input",
                        "mappings/antrag-to-csv/samples/waise.out.csv",
                        "",
                        "x",
                        "mappings/antrag-to-csv/samples/waise: Zu diesem Fall fehlt die Eingabe waise.in.*; bitte ablegen oder den Rest löschen."),
                new LintCase(
                        "a sample with output and refusal",
                        "mappings/antrag-to-csv/samples/leer.out.csv",
                        "",
                        "x",
                        "mappings/antrag-to-csv/samples/leer: Zu diesem Fall gehört genau eine Datei leer.out.csv oder leer.rejected.txt."),
                new LintCase(
                        "an output with another ending",
                        "mappings/antrag-to-csv/samples/buchstaben.out.xml",
                        "",
                        "x",
                        "mappings/antrag-to-csv/samples/buchstaben.out.xml: Die Abbildung macht ».csv«; bitte die Datei so enden lassen."),
                new LintCase(
                        "a sample file of no role",
                        "mappings/antrag-to-csv/samples/notizen.txt",
                        "",
                        "x",
                        "mappings/antrag-to-csv/samples/notizen.txt: Beispiele heißen <fall>.in.*, <fall>.out.*, <fall>.rejected.txt oder <fall>.envelope.json; bitte umbenennen oder löschen."));
    }
}
