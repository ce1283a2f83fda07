package org.stadtbus.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import org.stadtbus.envelope.HubException;

/** Encodes text so that a letter the target's character set lacks is an error and never a silent question mark. */
final class StrictEncoder {
    private StrictEncoder() {}

    /**
     * The text as bytes.
     *
     * @throws HubException rejected, naming the first letter that does not fit, its line and column (both from 1)
     */
    static byte[] encode(String text, Charset charset) {
        try {
            ByteBuffer bytes = encoder(charset).encode(java.nio.CharBuffer.wrap(text));
            byte[] result = new byte[bytes.remaining()];
            bytes.get(result);
            return result;
        } catch (CharacterCodingException e) {
            throw unmappable(text, charset, e);
        }
    }

    private static CharsetEncoder encoder(Charset charset) {
        return charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static HubException unmappable(String text, Charset charset, CharacterCodingException cause) {
        CharsetEncoder encoder = encoder(charset);
        int line = 1;
        int column = 1;
        int letterStart = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (Character.getType(codePoint) != Character.NON_SPACING_MARK) {
                letterStart = i;
            }
            String character = Character.toString(codePoint);
            if (!encoder.canEncode(character)) {
                String letter = text.substring(letterStart, i + character.length());
                return HubException.rejected("unmappable-letter", sentence(letter, line, column, charset));
            }
            column++;
            if (codePoint == '\n') {
                line++;
                column = 1;
            }
        }
        throw new IllegalStateException("Encoder failed on text it can encode", cause);
    }

    private static String sentence(String letter, int line, int column, Charset charset) {
        StringBuilder codes = new StringBuilder();
        letter.codePoints()
                .forEach(c -> codes.append(codes.isEmpty() ? "" : " ").append("U+%04X".formatted(c)));
        return "Der Buchstabe »" + letter + "« (" + codes + ") in Zeile " + line + ", Spalte " + column
                + " fehlt im Zeichensatz " + charset.name()
                + ", den das Fachverfahren verlangt; bitte mit Buchstaben dieses Zeichensatzes neu einreichen.";
    }
}
