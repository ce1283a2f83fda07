package org.stadtbus.journal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stadtbus.envelope.Envelope;

/**
 * What a journey is found by, as {@code journey_term} keeps it: a reference or business key as a whole, and the rest of it from
 * the start of each word. A B-tree index then finds "2026-1012" in "63-2026-1012" without looking at all journeys.
 *
 * @param text lower case
 * @param whole true when it is the whole key
 */
record SearchTerm(String text, boolean whole) {
    private static final int LONGEST = 500;
    /** Words that begin later in a key are not looked for. */
    private static final int WORDS_WITHIN = 100;

    private static final Pattern UUID_LIKE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern WORD = Pattern.compile("(?<=[^\\p{L}\\p{N}])[\\p{L}\\p{N}]");

    /** All terms of an envelope's reference and business key. */
    static Set<SearchTerm> of(Envelope envelope) {
        Set<SearchTerm> terms = new LinkedHashSet<>();
        Stream.concat(Stream.of(envelope.externalReference()), envelope.knownBusinessKey().stream())
                .forEach(key -> add(normal(key), terms));
        return terms;
    }

    /** As it is stored and looked for: stripped, lower case, not longer than the index takes. */
    static String normal(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static void add(String key, Set<SearchTerm> terms) {
        if (key.isEmpty()) {
            return;
        }
        terms.add(new SearchTerm(key, true));
        if (!UUID_LIKE.matcher(key).matches()) {
            Matcher words = WORD.matcher(key).region(0, Math.min(key.length(), WORDS_WITHIN));
            while (words.find()) {
                terms.add(new SearchTerm(key.substring(words.start()), false));
            }
        }
    }

    /** The term as the database keeps it. */
    byte[] bytes() {
        return bytes(text);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The first value after all that begin like this; no UTF-8 text holds the byte 0xFF. */
    static byte[] bytesAfter(String prefix) {
        byte[] start = bytes(prefix);
        byte[] end = java.util.Arrays.copyOf(start, start.length + 1);
        end[start.length] = (byte) 0xFF;
        return end;
    }
}
