package org.stadtbus.connector.bebpo;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.stadtbus.envelope.HubException;

/** A ZIP as it comes, of which no more is read than is allowed: what it unpacks to says nothing of what is packed beside it. */
final class Packed extends FilterInputStream {
    private long left;

    /** @param most bytes that may be read; who reads more gets a rejected {@link HubException} */
    Packed(InputStream bytes, long most) {
        super(bytes);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw BebpoFailures.packedTooMuch();
        }
    }
}
