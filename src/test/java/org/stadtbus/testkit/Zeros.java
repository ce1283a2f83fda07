package org.stadtbus.testkit;

import java.io.InputStream;

/** A stream of this many zeros, for things that must be large and nothing else. */
public final class Zeros extends InputStream {
    private long left;

    public Zeros(long bytes) {
        this.left = bytes;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        int n = (int) Math.min(length, left);
        left -= n;
        return n;
    }
}
