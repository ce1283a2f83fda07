package org.stadtbus.standards;

import com.networknt.schema.ValidationMessage;
import java.util.Map;
import java.util.regex.Pattern;

/** German sentences for the keywords of JSON Schema 2020-12; from the schema only, never from the value. */
final class JsonSentences {

    /** A field name is shown only when it looks like one: a careless sender may have put a value in its place. */
    private static final Pattern FIELD = Pattern.compile("[A-Za-zÄÖÜäöüß_$][\\wÄÖÜäöüß.$-]{0,60}");

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("enum", "Der Wert steht nicht in der vorgeschriebenen Liste."),
            Map.entry("const", "Der Wert weicht vom festgelegten Wert ab."),
            Map.entry("pattern", "Der Wert hat nicht die vorgeschriebene Form."),
            Map.entry("minLength", "Der Text ist zu kurz (mindestens %s Zeichen)."),
            Map.entry("maxLength", "Der Text ist zu lang (höchstens %s Zeichen)."),
            Map.entry("minimum", "Die Zahl ist zu klein (mindestens %s)."),
            Map.entry("exclusiveMinimum", "Die Zahl ist zu klein (größer als %s)."),
            Map.entry("maximum", "Die Zahl ist zu groß (höchstens %s)."),
            Map.entry("exclusiveMaximum", "Die Zahl ist zu groß (kleiner als %s)."),
            Map.entry("multipleOf", "Die Zahl ist kein Vielfaches von %s."),
            Map.entry("minItems", "Es sind zu wenige Einträge (mindestens %s)."),
            Map.entry("maxItems", "Es sind zu viele Einträge (höchstens %s)."),
            Map.entry("uniqueItems", "Ein Eintrag kommt zweimal vor."),
            Map.entry("contains", "Ein verlangter Eintrag fehlt."),
            Map.entry("oneOf", "Die Angaben passen zu keiner oder zu mehreren der erlaubten Formen."),
            Map.entry("anyOf", "Die Angaben passen zu keiner der erlaubten Formen."),
            Map.entry("not", "Diese Angabe ist hier nicht erlaubt."),
            Map.entry("minProperties", "Es sind zu wenige Angaben (mindestens %s)."),
            Map.entry("maxProperties", "Es sind zu viele Angaben (höchstens %s)."));

    private static final Map<String, String> TYPES = Map.of(
            "string", "ein Text",
            "number", "eine Zahl",
            "integer", "eine ganze Zahl",
            "boolean", "true oder false",
            "array", "eine Liste",
            "object", "eine Gruppe von Feldern",
            "null", "null");

    private static final Map<String, String> FORMATS = Map.of(
            "date", "ein Datum (JJJJ-MM-TT)",
            "date-time", "ein Zeitpunkt (JJJJ-MM-TTThh:mm:ss mit Zeitzone)",
            "time", "eine Uhrzeit",
            "email", "eine E-Mail-Adresse",
            "uri", "eine Adresse (URI)",
            "uuid", "eine UUID");

    private JsonSentences() {}

    static Finding finding(ValidationMessage message) {
        String location = message.getInstanceLocation().toString();
        return new Finding(message.getType(), location.isEmpty() ? "/" : location, sentence(message));
    }

    private static String sentence(ValidationMessage message) {
        String keyword = message.getType();
        String rule =
                message.getSchemaNode() == null ? "" : message.getSchemaNode().asText();
        return switch (keyword) {
            case "required" -> "Das Feld%s fehlt.".formatted(field(message));
            case "dependentRequired" -> "Das Feld%s fehlt; eine andere Angabe verlangt es.".formatted(field(message));
            case "additionalProperties", "unevaluatedProperties" ->
                "Das Feld%s ist nicht vorgesehen.".formatted(field(message));
            case "type" -> "Die Angabe hat die falsche Art; verlangt ist %s.".formatted(TYPES.getOrDefault(rule, rule));
            case "format" ->
                "Der Wert hat nicht das verlangte Format; verlangt ist %s.".formatted(FORMATS.getOrDefault(rule, rule));
            default ->
                SENTENCES
                        .getOrDefault(keyword, "Die Regel »" + keyword + "« des Schemas ist verletzt.")
                        .formatted(rule);
        };
    }

    private static String field(ValidationMessage message) {
        String name = message.getProperty();
        return name != null && FIELD.matcher(name).matches() ? " »" + name + "«" : "";
    }
}
