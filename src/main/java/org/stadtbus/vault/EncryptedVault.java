package org.stadtbus.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;

/**
 * The vault on any store. Each copy is encrypted with a data key of its own, which lies in the copy's {@link Header} under the
 * drawer's key. A copy comes into being in the spool and gets its name only when it is whole and on disk.
 */
class EncryptedVault implements Vault {
    private final Blobs blobs;
    private final Spool spool;
    private final Drawers drawers;
    private final Reader reader;
    private final Clock clock;

    EncryptedVault(Blobs blobs, Spool spool, Drawers drawers, Reader reader, Clock clock) {
        this.blobs = blobs;
        this.spool = spool;
        this.drawers = drawers;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Stored store(String drawer, InputStream bytes, long limit) {
        Path part = spool.fresh();
        try {
            DrawerKey key = drawers.require(drawer);
            Measured measured = new Measured(bytes, limit);
            String address = encrypt(measured, part, drawer, key);
            Copy copy = today(address, drawer);
            if (!blobs.keeps(copy.name())) {
                blobs.put(copy.name(), part);
            }
            return new Stored(address, measured.size());
        } catch (IOException e) {
            throw refused(e);
        } finally {
            spool.forget(part);
        }
    }

    @Override
    public Stored store(String drawer, byte[] bytes) {
        String address = Ids.sha256(bytes);
        try {
            if (Copy.isDrawer(drawer) && blobs.keeps(today(address, drawer).name())) {
                return new Stored(address, bytes.length);
            }
        } catch (IOException e) {
            throw refused(e);
        }
        return store(drawer, new ByteArrayInputStream(bytes), bytes.length);
    }

    private Copy today(String address, String drawer) {
        return new Copy(address, drawer, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Room for the header first, because what it is bound to is known only at the end. */
    private String encrypt(Measured plain, Path part, String drawer, DrawerKey key) throws IOException {
        DataKey dataKey = DataKey.fresh();
        byte[] id = Header.freshId();
        try (FileChannel channel = Disk.createFile(part)) {
            channel.position(Header.BYTES);
            try (OutputStream out = dataKey.encrypting(new ChannelOutput(channel))) {
                plain.transferTo(out);
            }
            String address = plain.sha256();
            Header header = Header.of(id, dataKey, key, new Copy(address, drawer, LocalDate.EPOCH));
            channel.position(0);
            Disk.write(channel, ByteBuffer.wrap(header.bytes()));
            channel.force(true);
            return address;
        } catch (GeneralSecurityException e) {
            throw new IOException("The vault's cipher does not work", e);
        }
    }

    private HubException refused(IOException e) {
        if (spool.isFull() || Disk.saysFull(e)) {
            return HubException.temporary(
                    "vault-full",
                    "Der Tresor ist voll und nimmt nichts mehr auf, bis auf seinem Datenträger Platz geschaffen ist.",
                    e);
        }
        return HubException.temporary("vault-unavailable", "Der Tresor kann zurzeit nichts aufnehmen.", e);
    }

    @Override
    public InputStream open(String sha256) {
        return reader.open(sha256);
    }

    @Override
    public boolean holds(String sha256) {
        return reader.holds(sha256);
    }

    @Override
    public Path spool() {
        return spool.folder();
    }
}
