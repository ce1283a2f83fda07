package org.stadtbus.testkit;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stadtbus.envelope.HubException;
import org.stadtbus.vault.Vault;

/** A real vault that can be told to forget, as if a retention were over. */
public final class ForgetfulVault implements Vault {
    private final Vault vault;
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();

    public ForgetfulVault(Vault vault) {
        this.vault = vault;
    }

    public void forget(String sha256) {
        forgotten.add(sha256);
    }

    @Override
    public Stored store(String drawer, InputStream bytes, long limit) {
        return vault.store(drawer, bytes, limit);
    }

    @Override
    public Stored store(String drawer, byte[] bytes) {
        return vault.store(drawer, bytes);
    }

    @Override
    public InputStream open(String sha256) {
        if (forgotten.contains(sha256)) {
            throw HubException.permanent("payload-gone", "Vergessen.");
        }
        return vault.open(sha256);
    }

    @Override
    public boolean holds(String sha256) {
        return !forgotten.contains(sha256) && vault.holds(sha256);
    }

    @Override
    public Path spool() {
        return vault.spool();
    }
}
