package org.stadtbus.standards;

import java.util.function.BiFunction;
import org.stadtbus.envelope.HubException;

/** A message as a tree of texts that can be looked at and replaced one by one. */
sealed interface TextTree permits XmlTexts, JsonTexts {

    /**
     * Reads XML or JSON, told apart by the first character.
     *
     * @throws HubException rejected when it is neither ({@code neither-xml-nor-json}) or cannot be read
     */
    static TextTree read(byte[] content) {
        XmlBytes.requireContent(content);
        return switch (first(content)) {
            case '<' -> new XmlTexts(content);
            case '{', '[' -> new JsonTexts(content);
            default ->
                throw HubException.rejected("neither-xml-nor-json", "Die Nachricht ist weder XML noch JSON in UTF-8.");
        };
    }

    private static int first(byte[] content) {
        int start = XmlBytes.startsWithUtf8Mark(content) ? 3 : 0;
        for (int at = start; at < content.length; at++) {
            if (!Character.isWhitespace(content[at])) {
                return content[at];
            }
        }
        return -1;
    }

    /** Gives every text with its place to the function and takes what it returns instead. */
    void replace(BiFunction<String, String, String> text);

    /** The message with the replaced texts, UTF-8. */
    byte[] write();
}
