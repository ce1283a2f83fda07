package org.stadtbus.standards;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.HubException;

/**
 * Checks the letters of a message against DIN 91379 and brings them into Unicode normalization form C, which the norm wants (a letter and
 * its mark are one character where Unicode has it). Which letters a datatype allows is read from the official schema, where an installed
 * standard brings it.
 */
public final class Letters {
    /** The official schema by its file names, the newer first. */
    static final List<String> FILES = List.of("din-norm-91379-datatypes.xsd", "din-91379-datatypes.xsd");

    private static final String MISSING =
            "Das Schema der Datentypen nach DIN 91379 (%s) liegt in keinem eingespielten Standard; es kommt z. B. mit XJustiz oder XBau."
                    .formatted(FILES.get(0));

    private final Supplier<Optional<Path>> schema;
    private volatile @Nullable Map<Datatype, LetterSet> sets;

    /** @param schema finds the official schema of datatypes */
    Letters(Supplier<Optional<Path>> schema) {
        this.schema = schema;
    }

    /**
     * What was found.
     *
     * @param result valid, invalid with the places, or unchecked where the official schema is not installed
     * @param normalized the message in form C, when it was not
     */
    public record Checked(ValidationResult result, Optional<byte[]> normalized) {}

    /** German sentence: what to install; empty when letters can be checked. */
    public Optional<String> missing() {
        return sets().isEmpty() ? Optional.of(MISSING) : Optional.empty();
    }

    /**
     * Looks at every text and attribute of an XML message, or at every text of a JSON form.
     *
     * @param datatype which letters are allowed
     * @throws HubException rejected when the message is neither, or cannot be read; permanent ({@code standard-broken}) when the official
     *     schema cannot be
     */
    public Checked check(Datatype datatype, byte[] content) {
        TextTree tree = TextTree.read(content);
        Map<Datatype, LetterSet> known = sets();
        boolean[] changed = new boolean[1];
        Findings findings = new Findings();
        tree.replace((place, text) -> {
            String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
            changed[0] |= !normal.equals(text);
            LetterSet allowed = known.get(datatype);
            if (allowed != null) {
                allowed.firstForbidden(normal).ifPresent(at -> findings.add(finding(datatype, place, normal, at)));
            }
            return normal;
        });
        ValidationResult result = known.isEmpty() ? new ValidationResult.Unchecked(MISSING) : findings.result();
        return new Checked(result, changed[0] ? Optional.of(tree.write()) : Optional.empty());
    }

    private static Finding finding(Datatype datatype, String place, String text, int at) {
        return new Finding(
                "din-91379",
                place,
                "Das Zeichen U+%04X ist nach DIN 91379, Datentyp %s, nicht erlaubt."
                        .formatted(text.codePointAt(at), datatype));
    }

    private Map<Datatype, LetterSet> sets() {
        Map<Datatype, LetterSet> known = sets;
        if (known == null) {
            Optional<Path> file = schema.get();
            if (file.isEmpty()) {
                return Map.of();
            }
            known = LetterSet.read(file.get());
            sets = known;
        }
        return known;
    }
}
