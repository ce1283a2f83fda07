package org.stadtbus.connector.datei;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.vault.Vault;

/** A vault whose files can be made to end in the middle. */
final class CutVault implements Vault {
    private final MemoryVault inner = new MemoryVault();
    private String cut = "";
    private Runnable atTheCut = () -> {};

    /** The file with this digest gives its first bytes only. */
    void cut(String sha256) {
        cut = sha256;
    }

    /** The file with this digest gives its first bytes, then does this. */
    void cut(String sha256, Runnable then) {
        cut = sha256;
        atTheCut = then;
    }

    @Override
    public Stored store(String drawer, InputStream bytes, long limit) {
        return inner.store(drawer, bytes, limit);
    }

    @Override
    public Stored store(String drawer, byte[] bytes) {
        return inner.store(drawer, bytes);
    }

    @Override
    public InputStream open(String sha256) {
        InputStream whole = inner.open(sha256);
        return sha256.equals(cut)
                ? new SequenceInputStream(new ByteArrayInputStream(new byte[] {1, 2, 3}), new Broken(atTheCut))
                : whole;
    }

    @Override
    public boolean holds(String sha256) {
        return inner.holds(sha256);
    }

    @Override
    public Path spool() {
        return inner.spool();
    }

    private static final class Broken extends InputStream {
        private final Runnable first;

        private Broken(Runnable first) {
            this.first = first;
        }

        @Override
        public int read() throws IOException {
            first.run();
            throw new IOException("Cut");
        }
    }
}
