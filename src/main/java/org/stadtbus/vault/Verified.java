package org.stadtbus.vault;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Compares what is read with the address it was stored under: a file exchanged for another one is noticed at its end. */
final class Verified extends Blockwise {
    private final MessageDigest digest = Digests.sha256();
    private final String address;
    private boolean ended;

    Verified(InputStream in, String address) {
        super(in);
        this.address = address;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            digest.update(buffer, offset, n);
        } else if (n < 0 && !ended) {
            ended = true;
            if (!Digests.hex(digest).equals(address)) {
                throw new IOException("The vault holds other bytes under this address than were stored");
            }
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        byte[] buffer = new byte[(int) Math.min(Math.max(n, 0), 8192)];
        long skipped = 0;
        while (skipped < n) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, n - skipped));
            if (read < 0) {
                return skipped;
            }
            skipped += read;
        }
        return skipped;
    }
}
