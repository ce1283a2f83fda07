package org.stadtbus.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drawers' keys, one file {@code <drawer>.json} each, readable by the hub's user alone. Who loses one loses that drawer; who
 * deletes one makes that drawer unreadable for good. Files are read again when another process changed them (rotation).
 */
final class KeyStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeyStore.class);

    private final Path folder;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(@Nullable Object fileKey, FileTime modified, DrawerKey key) {}

    /** @param folder of the keys, never inside the vault */
    KeyStore(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path file(String drawer) {
        return folder.resolve(drawer + ".json");
    }

    /** The drawer's key as it is now; empty when there is none. */
    Optional<DrawerKey> find(String drawer) throws IOException {
        if (!Copy.isDrawer(drawer)) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes now = Files.readAttributes(file(drawer), BasicFileAttributes.class);
            Known before = known.get(drawer);
            if (before != null
                    && before.modified().equals(now.lastModifiedTime())
                    && java.util.Objects.equals(before.fileKey(), now.fileKey())) {
                return Optional.of(before.key());
            }
            DrawerKey key = DrawerKey.parse(Files.readString(file(drawer)));
            known.put(drawer, new Known(now.fileKey(), now.lastModifiedTime(), key));
            return Optional.of(key);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IOException("The key file of drawer " + drawer + " is unusable", e);
        }
    }

    /** Makes the drawer's first key; where another process is faster, its key counts. */
    DrawerKey create(String drawer) throws IOException {
        try {
            Disk.createFolder(folder.toAbsolutePath());
            Disk.writeNew(file(drawer), DrawerKey.generate().text());
            LOG.info("Neuer Schlüssel des Tresors: {}. Er gehört in die Sicherung, getrennt vom Tresor.", file(drawer));
        } catch (FileAlreadyExistsException another) {
            LOG.debug("Drawer {} got its key from another process", drawer);
        } catch (GeneralSecurityException e) {
            throw new IOException("No key can be made", e);
        }
        return find(drawer)
                .orElseThrow(() -> new NoSuchFileException(file(drawer).toString()));
    }

    /** Replaces the drawer's keys in one step. */
    void replace(String drawer, DrawerKey key) throws IOException, GeneralSecurityException {
        Disk.writePrivate(file(drawer), key.text());
    }
}
