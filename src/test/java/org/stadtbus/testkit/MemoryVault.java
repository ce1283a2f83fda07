package org.stadtbus.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.vault.Vault;

/** A vault in memory that remembers which drawers were used, for tests of what is put there and taken from there. */
public final class MemoryVault implements Vault {
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private final Set<String> drawers = ConcurrentHashMap.newKeySet();
    private final Optional<Path> spool;

    /** A vault for what is not spooled. */
    public MemoryVault() {
        spool = Optional.empty();
    }

    /** @param spool folder for what is spooled on the way in */
    public MemoryVault(Path spool) {
        this.spool = Optional.of(spool);
    }

    @Override
    public Stored store(String drawer, InputStream bytes, long limit) {
        try {
            byte[] read = bytes.readNBytes((int) Math.min(limit, Integer.MAX_VALUE - 1) + 1);
            if (read.length > limit) {
                throw HubException.rejected("too-large", "Die Datei ist zu groß.");
            }
            return store(drawer, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Stored store(String drawer, byte[] bytes) {
        drawers.add(drawer);
        stored.put(Ids.sha256(bytes), bytes);
        return new Stored(Ids.sha256(bytes), bytes.length);
    }

    @Override
    public InputStream open(String sha256) {
        byte[] bytes = stored.get(sha256);
        if (bytes == null) {
            throw HubException.permanent("payload-gone", "Die Datei liegt nicht mehr im Tresor.");
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean holds(String sha256) {
        return stored.containsKey(sha256);
    }

    @Override
    public Path spool() {
        return spool.orElseThrow(() -> new UnsupportedOperationException("spools nothing"));
    }

    public Set<String> drawers() {
        return Set.copyOf(drawers);
    }
}
