package org.stadtbus.connector.enaio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Hands out the last bytes only when the source has confirmed that it ends there.
 *
 * <p>The vault notices exchanged bytes at the end of the stream. Without this the whole request would already have left, and the HTTP
 * client of Java 17 takes a failing source for one that has ended.
 */
final class WholeStream extends FilterInputStream {
    private long left;
    private volatile boolean broken;

    /** @param size bytes the source must have */
    WholeStream(InputStream source, long size) {
        super(source);
        this.left = size;
    }

    /** True when the source failed or had another size. */
    boolean broken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0 || length == 0) {
            return left == 0 ? -1 : 0;
        }
        try {
            int n = in.read(buffer, offset, (int) Math.min(length, left));
            if (n < 0 || (n == left && in.read() >= 0)) {
                throw new IOException("The stored file has another size than announced");
            }
            left -= n;
            return n;
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
