package org.stadtbus.vault;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.stadtbus.envelope.HubException;

/** Counts and hashes what is read through it and stops at a limit. */
final class Measured extends Blockwise {
    private static final long BYTES_PER_MB = 1024L * 1024;

    private final MessageDigest digest = Digests.sha256();
    private final long limit;
    private long size;

    Measured(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            size += n;
            if (size > limit) {
                throw HubException.rejected("too-large", "Die Datei ist größer als erlaubt (" + shown(limit) + ").");
            }
            digest.update(buffer, offset, n);
        }
        return n;
    }

    private static String shown(long bytes) {
        return bytes >= BYTES_PER_MB ? bytes / BYTES_PER_MB + " MB" : bytes + " Byte";
    }

    long size() {
        return size;
    }

    /** The digest of all that was read; ask once, at the end. */
    String sha256() {
        return Digests.hex(digest);
    }
}
