package org.stadtbus.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stadtbus.envelope.HubException;
import org.stadtbus.mapping.MappingDescription.Format;

/**
 * Texts on their way into a stylesheet and out of it, with the layouts of a mapping.
 *
 * @param in how a table that comes in is written
 * @param out how a table that goes out is written
 */
record Tables(Optional<Layout> in, Optional<Layout> out) {

    /** The text the stylesheet gets. */
    String read(MappingDescription.Input input, byte[] bytes) {
        return input.format() == Format.TABLE ? new TableReader(in.orElseThrow()).read(bytes) : utf8(bytes);
    }

    /** The bytes of what the stylesheet made. */
    byte[] write(MappingDescription.Output output, String text) {
        return output.format() == Format.TABLE
                ? new TableWriter(out.orElseThrow()).write(text)
                : StrictEncoder.encode(text, output.encoding());
    }

    /** The character set of the product. */
    Charset encoding(MappingDescription.Output output) {
        return out.map(Layout::encoding).orElseGet(output::encoding);
    }

    private static String utf8(byte[] input) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(input))
                    .toString();
        } catch (CharacterCodingException e) {
            throw HubException.rejected("not-utf-8", "Die Nachricht ist nicht in UTF-8 kodiert.");
        }
    }
}
