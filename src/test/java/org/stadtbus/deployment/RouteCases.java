package org.stadtbus.deployment;

import java.util.stream.Stream;

/** Routes' folders, forms and tests. */
final class RouteCases {
    private static final String FALL_TEST = "routes/antrag/fall.test.yaml";
    private static final String FORM_ANTRAG_SCHEMA = "routes/antrag/form-antrag.schema.json";
    private static final String ROUTE = "routes/antrag/route.yaml";

    private RouteCases() {}

    static Stream<LintCase> all() {
        return Stream.of(
                new LintCase(
                        "a route without description",
                        ROUTE,
                        "",
                        LintCase.DELETED,
                        "routes/antrag: Es fehlt route.yaml; ohne sie startet die Linie nicht."),
                new LintCase(
                        "a route without Camel file",
                        "routes/antrag/antrag.camel.yaml",
                        "",
                        LintCase.DELETED,
                        "routes/antrag: Es fehlt antrag.camel.yaml mit den Schritten der Linie."),
                new LintCase(
                        "a route without test",
                        FALL_TEST,
                        "",
                        LintCase.DELETED,
                        "routes/antrag: Es fehlt eine Probefahrt; bitte wenigstens eine <fall>.test.yaml anlegen."),
                new LintCase(
                        "a service twice",
                        "routes/zweiter/route.yaml",
                        "",
                        "service: \"99000000000001\"\n",
                        "routes/zweiter/route.yaml:1: Die Leistung »99000000000001« hat schon die Linie routes/antrag/route.yaml; jede Leistung hat genau eine."),
                new LintCase(
                        "an unknown owner",
                        ROUTE,
                        "owner: Amt",
                        "owner: Ampt",
                        "routes/antrag/route.yaml:4: Die Stelle »Ampt« steht nicht im Katalog; bitte den Namen aus config/procedures nehmen."),
                new LintCase(
                        "a recipient that gets nothing",
                        ROUTE,
                        "recipients: [register]",
                        "recipients: [register, archiv]",
                        "routes/antrag/route.yaml:8: Die Linie übergibt nirgends an »archiv«; bitte bei recipients streichen."),
                new LintCase(
                        "a form without schema",
                        FORM_ANTRAG_SCHEMA,
                        "",
                        LintCase.DELETED,
                        "routes/antrag/route.yaml:13: Es fehlt das Schema routes/antrag/form-antrag.schema.json; bitte neben route.yaml ablegen."),
                new LintCase(
                        "an unknown standard",
                        ROUTE,
                        "standards: [xfach-1.0]",
                        "standards: [xfach-9]",
                        "routes/antrag/route.yaml:14: Den Standard »xfach-9« gibt es nicht; bitte config/standards/xfach-9.yaml anlegen."),
                new LintCase(
                        "a form schema that is no JSON",
                        FORM_ANTRAG_SCHEMA,
                        "",
                        "{ \"type\": \n",
                        "routes/antrag/form-antrag.schema.json: Bitte das JSON Schema berichtigen, bei »/«: Kein lesbares JSON (Zeile 2): Unexpected end-of-input within/between Object entries"),
                new LintCase(
                        "a form schema with an unknown type",
                        FORM_ANTRAG_SCHEMA,
                        "\"string\"",
                        "\"strin\"",
                        "routes/antrag/form-antrag.schema.json: Bitte das JSON Schema berichtigen, bei »/properties/name/type«: Die Angabe hat die falsche Art; verlangt ist eine Liste."),
                new LintCase(
                        "a form schema twice",
                        "routes/zweiter/form-antrag.schema.json",
                        "",
                        "{}\n",
                        "routes/zweiter/form-antrag.schema.json: So heißt schon routes/antrag/form-antrag.schema.json; bitte einen anderen Dateinamen wählen."),
                new LintCase(
                        "a test with a missing message",
                        FALL_TEST,
                        "samples/buchstaben.in.json",
                        "samples/nirgends.in.json",
                        "routes/antrag/fall.test.yaml:2: Die Datei mappings/antrag-to-csv/samples/nirgends.in.json gibt es nicht; Pfade gelten vom obersten Ordner aus."),
                new LintCase(
                        "a test with a missing output",
                        FALL_TEST,
                        "samples/buchstaben.out.csv",
                        "samples/nirgends.out.csv",
                        "routes/antrag/fall.test.yaml:3: Die Datei mappings/antrag-to-csv/samples/nirgends.out.csv gibt es nicht; Pfade gelten vom obersten Ordner aus."),
                new LintCase(
                        "a test with an unknown procedure",
                        FALL_TEST,
                        "expect: { register: waiting",
                        "expect: { regster: waiting",
                        "routes/antrag/fall.test.yaml:5: Das Fachverfahren »regster« gibt es nicht; bitte die Kennung in config/procedures nachsehen."),
                new LintCase(
                        "a test with an unknown disturbed procedure",
                        FALL_TEST,
                        "{ register: down",
                        "{ regster: down",
                        "routes/antrag/fall.test.yaml:5: Das Fachverfahren »regster« gibt es nicht; bitte die Kennung in config/procedures nachsehen."));
    }
}
