package org.stadtbus.cli.testdrive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A delivered text without what differs from run to run: UUIDs and SHA-256 digests become numbers in the order they first
 * appear (so that references must still fit), sizes of files are left out. Everything else must be equal; times are, because
 * a test drive has a fixed clock.
 */
final class Normalised {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b[0-9a-f]{64}\\b");
    private static final Pattern SIZE = Pattern.compile("filesize=\"\\d+\"\\s*");

    private Normalised() {}

    static String of(byte[] bytes) {
        Map<String, String> numbers = new HashMap<>();
        String numbered = ID.matcher(text(bytes))
                .replaceAll(id -> numbers.computeIfAbsent(id.group(), key -> "#" + (numbers.size() + 1)));
        return SIZE.matcher(numbered).replaceAll("").strip();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("ISO-8859-15"));
        }
    }
}
