package org.stadtbus.mapping;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.stadtbus.envelope.HubException;

/** Decodes bytes so that what the declared character set does not know is an error and never a replacement. */
final class StrictDecoder {
    private StrictDecoder() {}

    /**
     * The bytes as text.
     *
     * @throws HubException rejected, naming the first byte that is no letter of the set and its position (from 1); control characters
     *     besides tabulator and line ends are none: they are what a text of another set mostly decodes to
     */
    static String decode(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw unreadable(
                    "Das Byte 0x%02X an Stelle %d".formatted(bytes[in.position()] & 0xff, in.position() + 1), charset);
        }
        String text = out.flip().toString();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) && "\t\r\n".indexOf(text.charAt(i)) < 0) {
                throw unreadable(
                        "Das Steuerzeichen U+%04X an Stelle %d".formatted((int) text.charAt(i), i + 1), charset);
            }
        }
        return text;
    }

    private static HubException unreadable(String what, Charset charset) {
        return HubException.rejected(
                "unreadable-letter",
                what + " ist kein Buchstabe des vereinbarten Zeichensatzes " + charset.name()
                        + "; bitte in diesem Zeichensatz neu einreichen.");
    }
}
