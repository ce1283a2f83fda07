package org.stadtbus.vault;

import com.google.crypto.tink.StreamingAead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;

/**
 * The vault on the file system: {@code <folder>/objects/<ab>/<sha256>}, each file encrypted with AES-256-GCM in segments
 * (Tink streaming AEAD, AES-GCM-HKDF). Files come into being in {@code <folder>/spool} and get their name only when they are
 * whole and on disk, so what a crash leaves behind lies in the spool. One running hub per folder: the spool is cleared at start.
 */
public final class FileVault implements Vault {
    private static final Logger LOG = LoggerFactory.getLogger(FileVault.class);
    private static final byte[] ASSOCIATED = "stadtbus-vault-1".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");

    private final Path objects;
    private final Path spool;
    private final StreamingAead cipher;

    /**
     * Opens the vault; creates folder and key file at the first start.
     *
     * @param folder where payloads lie, on a disk of their size
     * @param keyFile the vault's key, never inside {@code folder}
     * @throws UncheckedIOException when folder or key cannot be used; its sentence says what to do
     */
    public FileVault(Path folder, Path keyFile) {
        this.objects = folder.resolve("objects");
        this.spool = folder.resolve("spool");
        try {
            Disk.createFolder(objects);
            Disk.createFolder(spool);
            clearSpool();
            this.cipher = VaultKey.cipher(keyFile, Disk.isEmpty(objects));
        } catch (IOException e) {
            throw new UncheckedIOException("Der Tresor " + folder + " ist nicht nutzbar: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(
                    "Die Schlüsseldatei " + keyFile + " ist kein lesbarer Tresorschlüssel.", new IOException(e));
        }
    }

    private void clearSpool() throws IOException {
        try (Stream<Path> left = Files.list(spool)) {
            for (Path file : left.toList()) {
                Files.delete(file);
                LOG.info("Unfertige Datei im Tresor entfernt: {}", file.getFileName());
            }
        }
    }

    @Override
    public Stored store(InputStream bytes, long limit) {
        Path part = spool.resolve(UUID.randomUUID().toString());
        try {
            Measured measured = new Measured(bytes, limit);
            encrypt(measured, part);
            Stored stored = new Stored(measured.sha256(), measured.size());
            keep(part, stored.sha256());
            return stored;
        } catch (IOException e) {
            throw unavailable(e);
        } finally {
            forget(part);
        }
    }

    @Override
    public Stored store(byte[] bytes) {
        String address = Ids.sha256(bytes);
        if (!holds(address)) {
            return store(new ByteArrayInputStream(bytes), bytes.length);
        }
        try {
            // another thread may have renamed the file a moment ago and not be done yet
            Disk.sync(place(address).getParent());
            return new Stored(address, bytes.length);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static HubException unavailable(IOException e) {
        return HubException.temporary("vault-unavailable", "Der Tresor kann zurzeit nichts aufnehmen.", e);
    }

    private void encrypt(InputStream plain, Path part) throws IOException {
        try (FileChannel channel = Disk.createFile(part)) {
            try (OutputStream out = cipher.newEncryptingStream(new SyncedOutput(channel), ASSOCIATED)) {
                plain.transferTo(out);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("The vault's cipher does not work", e);
        }
    }

    private void keep(Path part, String address) throws IOException {
        Path home = place(address);
        Disk.createFolder(home.getParent());
        if (Files.exists(home)) {
            Disk.sync(home.getParent());
        } else {
            Disk.move(part, home);
        }
    }

    private static void forget(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("Datei im Tresor bleibt bis zum nächsten Start liegen: {}", part.getFileName());
        }
    }

    @Override
    public InputStream open(String sha256) {
        if (!holds(sha256)) {
            throw HubException.permanent("payload-gone", "Diese Nutzdaten liegen nicht (mehr) im Tresor.");
        }
        try {
            return new Verified(cipher.newDecryptingStream(Files.newInputStream(place(sha256)), ASSOCIATED), sha256);
        } catch (IOException | GeneralSecurityException e) {
            throw HubException.temporary("vault-unreadable", "Der Tresor ist zurzeit nicht lesbar.", e);
        }
    }

    @Override
    public boolean holds(String sha256) {
        return ADDRESS.matcher(sha256).matches() && Files.isRegularFile(place(sha256));
    }

    @Override
    public Path spool() {
        return spool;
    }

    private Path place(String address) {
        return objects.resolve(address.substring(0, 2)).resolve(address);
    }
}
