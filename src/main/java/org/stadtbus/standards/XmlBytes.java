package org.stadtbus.standards;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stadtbus.envelope.HubException;

/** Looks at the bytes of a message before any parser does. */
final class XmlBytes {

    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int DECLARATION_LENGTH = 200;

    private XmlBytes() {}

    /** Refuses XML that is empty, or that announces UTF-8 (also by saying nothing, XML 1.0 section 4.3.3) and is not. */
    static void requireReadable(byte[] content) {
        requireContent(content);
        if (announcesUtf8(content)) {
            requireUtf8(content);
        }
    }

    static void requireContent(byte[] content) {
        if (content.length == 0) {
            throw HubException.rejected("empty-body", "Die Nachricht ist leer.");
        }
    }

    static void requireUtf8(byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(4096);
        CoderResult result;
        do {
            result = decoder.decode(bytes, chars.clear(), true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw HubException.rejected(
                    "not-utf8",
                    "Die Nachricht ist als UTF-8 angekündigt, enthält aber ab Byte %d kein gültiges UTF-8 (oft ist es Latin-1). Bitte in der angekündigten Kodierung senden."
                            .formatted(bytes.position() + 1));
        }
    }

    private static boolean announcesUtf8(byte[] content) {
        if (content.length >= 2 && (isUtf16Mark(content) || content[0] == 0 || content[1] == 0)) {
            return false;
        }
        int start = startsWithUtf8Mark(content) ? 3 : 0;
        int length = Math.min(DECLARATION_LENGTH, content.length - start);
        Matcher declared = ENCODING.matcher(new String(content, start, length, StandardCharsets.ISO_8859_1));
        return start > 0 || !declared.find() || "UTF-8".equalsIgnoreCase(declared.group(1));
    }

    private static boolean isUtf16Mark(byte[] content) {
        int first = content[0] & 0xFF;
        int second = content[1] & 0xFF;
        return (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    }

    static boolean startsWithUtf8Mark(byte[] content) {
        return content.length >= 3
                && (content[0] & 0xFF) == 0xEF
                && (content[1] & 0xFF) == 0xBB
                && (content[2] & 0xFF) == 0xBF;
    }
}
