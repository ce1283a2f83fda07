package org.stadtbus.standards;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;

/**
 * German sentences for the constraints of XML Schema ({@code cvc-…}). Of the validator's English text only names from
 * the schema are used; the offending value in it is dropped.
 */
final class XsdSentences {

    private static final Pattern RULE = Pattern.compile("^(cvc-[A-Za-z0-9.-]+?)(?:_ns)?:");
    private static final Pattern EXPECTED = Pattern.compile("'\\{?([^'{}]*)\\}?' is expected");
    private static final Pattern LOCAL_NAME = Pattern.compile("(?:\"[^\"]*\":)?([^\\s,\":]+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("^cvc-[\\w.-]+: Attribute '([\\w.:-]+)'");
    private static final Pattern TYPE = Pattern.compile("is not a valid value for '([A-Za-z]+)'\\.$");

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("cvc-complex-type.2.1", "»%s« muss leer sein."),
            Map.entry("cvc-complex-type.2.2", "»%s« darf nur Text enthalten."),
            Map.entry("cvc-complex-type.2.3", "»%s« darf keinen Text enthalten, nur Unterelemente."),
            Map.entry("cvc-attribute.3", "Ein Attribut von »%s« hat einen unzulässigen Wert."),
            Map.entry("cvc-attribute.4", "Ein Attribut von »%s« weicht vom festgelegten Wert ab."),
            Map.entry("cvc-complex-type.3.1", "Ein Attribut von »%s« weicht vom festgelegten Wert ab."),
            Map.entry("cvc-elt.2", "»%s« darf nicht selbst verwendet werden, nur eine davon abgeleitete Form."),
            Map.entry("cvc-type.2", "»%s« braucht die Angabe eines abgeleiteten Typs (xsi:type)."),
            Map.entry("cvc-elt.4.2", "Der Typ (xsi:type) von »%s« ist im Standard nicht bekannt."),
            Map.entry("cvc-elt.4.3", "Der Typ (xsi:type) von »%s« ist hier nicht erlaubt."),
            Map.entry("cvc-elt.3.1", "»%s« darf nicht als leer (xsi:nil) gekennzeichnet sein."),
            Map.entry("cvc-elt.5.2.2.2.2", "Der Wert von »%s« weicht vom festgelegten Wert ab."),
            Map.entry("cvc-enumeration-valid", "Der Wert von »%s« steht nicht in der vorgeschriebenen Liste."),
            Map.entry("cvc-pattern-valid", "Der Wert von »%s« hat nicht die vorgeschriebene Form."),
            Map.entry("cvc-length-valid", "Der Wert von »%s« hat nicht die vorgeschriebene Länge."),
            Map.entry("cvc-minLength-valid", "Der Wert von »%s« ist zu kurz."),
            Map.entry("cvc-maxLength-valid", "Der Wert von »%s« ist zu lang."),
            Map.entry("cvc-minInclusive-valid", "Der Wert von »%s« ist zu klein."),
            Map.entry("cvc-minExclusive-valid", "Der Wert von »%s« ist zu klein."),
            Map.entry("cvc-maxInclusive-valid", "Der Wert von »%s« ist zu groß."),
            Map.entry("cvc-maxExclusive-valid", "Der Wert von »%s« ist zu groß."),
            Map.entry("cvc-totalDigits-valid", "Der Wert von »%s« hat zu viele Stellen."),
            Map.entry("cvc-fractionDigits-valid", "Der Wert von »%s« hat zu viele Nachkommastellen."),
            Map.entry("cvc-type.3.1.2", "»%s« darf keine Unterelemente enthalten."),
            Map.entry("cvc-type.3.1.3", "Der Wert von »%s« ist nicht zulässig."));

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("date", "ein Datum (JJJJ-MM-TT)"),
            Map.entry("dateTime", "ein Zeitpunkt (JJJJ-MM-TTThh:mm:ss)"),
            Map.entry("time", "eine Uhrzeit (hh:mm:ss)"),
            Map.entry("gYear", "ein Jahr (JJJJ)"),
            Map.entry("boolean", "true oder false"),
            Map.entry("integer", "eine ganze Zahl"),
            Map.entry("int", "eine ganze Zahl"),
            Map.entry("positiveInteger", "eine ganze Zahl ab 1"),
            Map.entry("nonNegativeInteger", "eine ganze Zahl ab 0"),
            Map.entry("decimal", "eine Zahl mit Punkt als Dezimalzeichen"),
            Map.entry("double", "eine Zahl mit Punkt als Dezimalzeichen"),
            Map.entry("base64Binary", "Base64"),
            Map.entry("anyURI", "eine Adresse (URI)"));

    private static final int MOST_EXPECTED = 8;

    private final String title;

    /** @param title name of the standard, for the sentence about an unknown root element */
    XsdSentences(String title) {
        this.title = title;
    }

    /** Adds what the validator complained about; a mere echo of the complaint before it is left out. */
    void report(SAXParseException e, ElementPath path, Findings findings) {
        String text = String.valueOf(e.getMessage());
        Matcher matcher = RULE.matcher(text);
        String rule = matcher.find() ? matcher.group(1) : "cvc";
        String location = path + " (Zeile " + e.getLineNumber() + ")";
        boolean echo = findings.lastIsAt(location);
        Finding finding = new Finding(rule, location, sentence(rule, text, path));
        if (echo && rule.equals("cvc-attribute.3")) {
            findings.replaceLast(finding);
        } else if (!echo || !(rule.equals("cvc-type.3.1.3") || rule.equals("cvc-complex-type.2.2"))) {
            findings.add(finding);
        }
    }

    private String sentence(String rule, String text, ElementPath path) {
        String name = path.name();
        if (rule.startsWith("cvc-elt.1")) {
            return "»%s« ist keine Nachricht von %s.".formatted(name, title);
        }
        if (rule.startsWith("cvc-complex-type.2.4")) {
            return children(rule, text, name);
        }
        if (rule.startsWith("cvc-complex-type.4")) {
            return "Am Element »%s« fehlt das Attribut »%s«.".formatted(name, firstGroup(ATTRIBUTE, text));
        }
        if (rule.startsWith("cvc-complex-type.3.2")) {
            return "Das Element »%s« hat ein Attribut, das hier nicht erlaubt ist.".formatted(name);
        }
        if (rule.startsWith("cvc-datatype-valid")) {
            return "Der Wert von »%s« hat nicht das verlangte Format%s.".formatted(name, type(text));
        }
        return SENTENCES
                .getOrDefault(rule, "»%s« verletzt die Regel " + rule + " des Schemas.")
                .formatted(name);
    }

    private static String children(String rule, String text, String name) {
        String expected = expected(text);
        boolean incomplete = rule.endsWith(".b") || rule.endsWith(".i") || rule.endsWith(".j");
        if (incomplete) {
            return "»%s« ist unvollständig; es fehlt: %s.".formatted(name, expected);
        }
        return expected.isEmpty()
                ? "»%s« ist an dieser Stelle nicht erlaubt.".formatted(name)
                : "»%s« ist an dieser Stelle nicht erlaubt; erwartet wird: %s.".formatted(name, expected);
    }

    private static String expected(String text) {
        Matcher list = EXPECTED.matcher(text);
        if (!list.find()) {
            return "";
        }
        Set<String> names = new LinkedHashSet<>();
        Matcher name = LOCAL_NAME.matcher(list.group(1));
        while (name.find() && names.size() < MOST_EXPECTED) {
            names.add(name.group(1));
        }
        return String.join(" oder ", names);
    }

    private static String type(String text) {
        String type = TYPES.get(firstGroup(TYPE, text));
        return type == null ? "" : " (" + type + ")";
    }

    private static String firstGroup(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
