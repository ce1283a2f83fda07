package org.stadtbus.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as text (RFC 7468). */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static String text(String label, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /**
     * All blocks of this label in the file.
     *
     * @throws IOException when it cannot be read or holds none
     */
    static List<byte[]> read(Path file, String label) throws IOException {
        Matcher blocks = Pattern.compile(
                        "-----BEGIN " + label + "-----(.*?)-----END " + label + "-----", Pattern.DOTALL)
                .matcher(Files.readString(file));
        List<byte[]> found = new ArrayList<>();
        while (blocks.find()) {
            try {
                found.add(Base64.getMimeDecoder().decode(blocks.group(1)));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " holds an unreadable " + label, e);
            }
        }
        if (found.isEmpty()) {
            throw new IOException(file + " holds no " + label);
        }
        return found;
    }
}
