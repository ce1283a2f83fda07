package org.stadtbus.vault;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that does its work in {@link #read(byte[], int, int)} alone: single bytes go through it too, and nobody reads twice. */
abstract class Blockwise extends FilterInputStream {

    Blockwise(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;

    @Override
    public final boolean markSupported() {
        return false;
    }
}
