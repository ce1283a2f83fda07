package org.stadtbus.standards;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The letters one datatype of DIN 91379 allows: single characters, and sequences of a base letter with combining marks. Read from the
 * pattern of the official XML Schema, an alternation of both under one star.
 */
final class LetterSet {
    /** The longest sequence of the norm has a base letter and two marks. */
    private static final int LONGEST = 3;

    private static final String XS = "http://www.w3.org/2001/XMLSchema";
    private static final Pattern REPEATED = Pattern.compile("\\((.*)\\)[*+]", Pattern.DOTALL);

    private final Pattern letter;

    private LetterSet(String letter) {
        this.letter = Pattern.compile(letter);
    }

    /**
     * Reads the official schema of datatypes.
     *
     * @throws HubException permanent ({@code standard-broken}) when it is not in the form described above
     */
    static Map<Datatype, LetterSet> read(Path file) {
        Document schema = SecureXml.document(SchemaInput.read(file));
        Map<Datatype, LetterSet> sets = new EnumMap<>(Datatype.class);
        NodeList types = schema.getElementsByTagNameNS(XS, "simpleType");
        for (int i = 0; i < types.getLength(); i++) {
            Element type = (Element) types.item(i);
            Datatype.ofSchema(type.getAttribute("name")).ifPresent(datatype -> sets.put(datatype, set(type, file)));
        }
        if (sets.size() < Datatype.values().length) {
            throw broken(file, null);
        }
        return sets;
    }

    private static LetterSet set(Element type, Path file) {
        NodeList patterns = type.getElementsByTagNameNS(XS, "pattern");
        Matcher whole =
                REPEATED.matcher(patterns.getLength() == 1 ? ((Element) patterns.item(0)).getAttribute("value") : "");
        if (!whole.matches()) {
            throw broken(file, null);
        }
        try {
            return new LetterSet(whole.group(1));
        } catch (PatternSyntaxException e) {
            throw broken(file, e);
        }
    }

    private static HubException broken(Path file, @Nullable Exception cause) {
        String sentence =
                "Aus »%s« lassen sich die Datentypen nach DIN 91379 nicht lesen.".formatted(file.getFileName());
        return cause == null
                ? HubException.permanent("standard-broken", sentence)
                : new HubException(FailureKind.PERMANENT, "standard-broken", sentence, cause);
    }

    /** Where the first letter begins that is not allowed; empty when all are. */
    OptionalInt firstForbidden(String text) {
        Matcher matcher = letter.matcher(text);
        int at = 0;
        while (at < text.length()) {
            int length = Math.min(LONGEST, text.length() - at);
            while (length > 0 && !matcher.region(at, at + length).matches()) {
                length--;
            }
            if (length == 0) {
                return OptionalInt.of(at);
            }
            at += length;
        }
        return OptionalInt.empty();
    }
}
