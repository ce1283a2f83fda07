package org.stadtbus.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.HubException;

/**
 * Gives drawers a new key and wraps the data keys of their copies anew; contents stay as they are, and the hub may run. Broken off at
 * any point everything stays readable; done again it begins with another new key. The key before the new one stays until the next
 * rotation, because a running hub may have wrapped with it a moment ago; older ones are removed once nothing needs them.
 */
public final class Rotation {
    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

    private final VaultParts parts;

    Rotation(VaultParts parts) {
        this.parts = parts;
    }

    /**
     * What was done.
     *
     * @param drawers that have a new key
     * @param rewrapped copies whose data key is wrapped anew
     * @param failed copies whose data key no key opens; their drawers keep all their old keys
     */
    public record Result(int drawers, long rewrapped, long failed) {}

    /**
     * Rotates.
     *
     * @param only this drawer; all when empty
     * @throws HubException permanent ({@code unknown-drawer}) when there is no such drawer, transient
     *     ({@code rotation-running}, {@code vault-unavailable})
     */
    public Result rotate(Optional<String> only) {
        try (FileChannel lock = lockFile();
                FileLock held = lock.tryLock()) {
            if (held == null) {
                throw running();
            }
            return rotate(begin(only));
        } catch (OverlappingFileLockException e) {
            throw running();
        } catch (IOException | GeneralSecurityException e) {
            throw HubException.temporary("vault-unavailable", "Die Schlüssel ließen sich nicht tauschen.", e);
        }
    }

    private FileChannel lockFile() throws IOException {
        Disk.createFolder(parts.keys().folder().toAbsolutePath());
        return FileChannel.open(
                parts.keys().folder().resolve("rotation.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static HubException running() {
        return new HubException(
                org.stadtbus.envelope.FailureKind.TRANSIENT,
                "rotation-running",
                "Die Schlüssel werden gerade schon getauscht.");
    }

    /** New keys for the drawers; gives the keys that were retired before, by drawer. */
    private Map<String, Set<Integer>> begin(Optional<String> only) throws IOException, GeneralSecurityException {
        List<String> wanted = parts.drawers().used().stream()
                .filter(d -> only.isEmpty() || only.get().equals(d))
                .toList();
        if (only.isPresent() && wanted.isEmpty()) {
            throw HubException.permanent("unknown-drawer", "Im Tresor liegt nichts zu »" + only.get() + "«.");
        }
        Map<String, Set<Integer>> retired = new TreeMap<>();
        for (String drawer : wanted) {
            DrawerKey key = parts.keys()
                    .find(drawer)
                    .orElseThrow(() -> HubException.permanent(
                            "vault-key-gone", "Der Schlüssel zu »" + drawer + "« ist nicht da."));
            retired.put(drawer, key.retired());
            parts.keys().replace(drawer, key.rotated());
        }
        return retired;
    }

    private Result rotate(Map<String, Set<Integer>> retired) throws IOException, GeneralSecurityException {
        long rewrapped = 0;
        Map<String, Long> failed = new HashMap<>();
        for (String folder : VaultParts.folders()) {
            for (String name : parts.blobs().list(folder)) {
                Optional<Copy> copy = Copy.of(name).filter(c -> retired.containsKey(c.drawer()));
                if (copy.isPresent()) {
                    try {
                        rewrapped += rewrap(copy.get()) ? 1 : 0;
                    } catch (GeneralSecurityException e) {
                        LOG.error("No key of drawer {} opens {}", copy.get().drawer(), name);
                        failed.merge(copy.get().drawer(), 1L, Long::sum);
                    }
                }
            }
        }
        for (Map.Entry<String, Set<Integer>> drawer : retired.entrySet()) {
            if (!failed.containsKey(drawer.getKey())) {
                forget(drawer.getKey(), drawer.getValue());
            }
        }
        return new Result(
                retired.size(),
                rewrapped,
                failed.values().stream().mapToLong(n -> n).sum());
    }

    private void forget(String drawer, Set<Integer> retired) throws IOException, GeneralSecurityException {
        DrawerKey now = parts.keys().find(drawer).orElseThrow(() -> new NoSuchFileException(drawer));
        parts.keys().replace(drawer, now.without(retired));
    }

    private boolean rewrap(Copy copy) throws IOException, GeneralSecurityException {
        Header own;
        try (InputStream in = parts.blobs().open(copy.name())) {
            own = Header.read(in);
        } catch (NoSuchFileException collectedMeanwhile) {
            return false;
        }
        Header current = Rewrap.current(parts.blobs(), copy, own);
        DrawerKey key = parts.keys().find(copy.drawer()).orElseThrow(() -> new NoSuchFileException(copy.drawer()));
        if (!key.isOutdated(current.wrapped())) {
            return false;
        }
        Header anew = Header.of(own.id(), current.unwrap(key, copy), key, copy);
        parts.spool().put(parts.blobs(), copy.keyName(), anew.bytes());
        return true;
    }
}
