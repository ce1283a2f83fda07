package org.stadtbus.connector.fitconnect;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/** Decodes base64url without padding out of a range of a file, block by block. */
final class CiphertextInput implements Closeable {
    /** Characters per block, a multiple of four. */
    static final int BLOCK_CHARS = 64 * 1024;

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private final InputStream in;
    private final byte[] block = new byte[BLOCK_CHARS];
    private long left;

    CiphertextInput(Path file, long start, long end) throws IOException {
        in = Files.newInputStream(file);
        in.skipNBytes(start);
        left = end - start;
    }

    /**
     * The next decoded bytes; none at the end.
     *
     * @throws IllegalArgumentException when the characters are not base64url, or padded
     */
    byte[] next() throws IOException {
        int wanted = (int) Math.min(BLOCK_CHARS, left);
        int read = in.readNBytes(block, 0, wanted);
        if (read < wanted) {
            throw new IOException("The file became shorter while it was read");
        }
        left -= read;
        if (read > 0 && block[read - 1] == '=') {
            throw new IllegalArgumentException("JWE is not padded");
        }
        return BASE64.decode(read == BLOCK_CHARS ? block : Arrays.copyOf(block, read));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
