package org.stadtbus.connector.bebpo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * File names as electronic legal communication allows them (announcements to § 5 ERVV): at most 90 characters with the extension, letters
 * with umlauts and ß, digits, {@code _} and {@code -}, one dot before the extension.
 */
final class ValidNames {
    private static final int LONGEST = 90;
    private static final Pattern VALID = Pattern.compile("[A-Za-zÄÖÜäöüß0-9_-]+(\\.[A-Za-z0-9]{1,10})?");
    private static final Pattern PARTS = Pattern.compile("(?s)(.*?)(\\.[A-Za-z0-9]{1,10})?");
    private static final String FORBIDDEN = "[^A-Za-zÄÖÜäöüß0-9_-]";

    private ValidNames() {}

    /** True when the name may be used as it is. */
    static boolean valid(String name) {
        return name.length() <= LONGEST && VALID.matcher(name).matches();
    }

    /**
     * A valid name for each, no two alike, not even by case; a valid name that is free stays.
     *
     * @param originals names as their senders wrote them
     * @param taken a name none of them may have
     */
    static List<String> of(List<String> originals, String taken) {
        Set<String> used = new HashSet<>(Set.of(fold(taken)));
        List<String> names = new ArrayList<>();
        for (String original : originals) {
            String name = numbered(original, 1);
            for (int number = 2; !used.add(fold(name)); number++) {
                name = numbered(original, number);
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /** True when {@link #of} makes the name of this original, alone or beside others. */
    static boolean made(String name, String original) {
        Matcher number = Pattern.compile(".*-(\\d{1,4})(\\.[A-Za-z0-9]{1,10})?").matcher(name);
        return name.equals(numbered(original, 1))
                || number.matches() && name.equals(numbered(original, Integer.parseInt(number.group(1))));
    }

    private static String numbered(String original, int number) {
        Matcher parts = PARTS.matcher(Normalizer.normalize(original, Normalizer.Form.NFC));
        String stem = parts.matches() ? letters(parts.group(1)) : "";
        String extension = parts.group(2) == null ? "" : parts.group(2);
        String end = (number == 1 ? "" : "-" + number) + extension;
        String filled = stem.isEmpty() ? "anlage" : stem;
        return filled.substring(0, Math.min(filled.length(), LONGEST - end.length())) + end;
    }

    /** Other letters lose their accents, what is left becomes {@code _}. */
    private static String letters(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> plain.append(
                        letter.matches(FORBIDDEN)
                                ? Normalizer.normalize(letter, Normalizer.Form.NFD)
                                        .replaceAll("\\p{M}", "")
                                : letter));
        return plain.toString().replaceAll(FORBIDDEN, "_");
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
