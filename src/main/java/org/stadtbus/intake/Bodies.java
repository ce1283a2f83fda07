package org.stadtbus.intake;

import java.io.IOException;
import java.io.InputStream;

/** Reads request bodies that must fit into memory. */
final class Bodies {
    /** So much of a body that is refused anyway is read, so that its sender gets to the answer. */
    private static final long PATIENCE_BYTES = 100L * 1024 * 1024;

    private static final int PIECE = 64 * 1024;

    private Bodies() {}

    /** The bytes up to the limit, and one more where there are more: enough to refuse them. */
    static byte[] read(InputStream in, long limit) throws IOException {
        byte[] bytes = in.readNBytes(Math.toIntExact(limit) + 1);
        if (bytes.length > limit) {
            pass(in);
        }
        return bytes;
    }

    private static void pass(InputStream in) throws IOException {
        byte[] piece = new byte[PIECE];
        long passed = 0;
        for (int n = in.read(piece); n >= 0 && passed < PATIENCE_BYTES; n = in.read(piece)) {
            passed += n;
        }
    }
}
