package org.stadtbus.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The first 89 bytes of a copy: mark (8), the file's random id (16) and its data key, wrapped by the drawer's key (65) and bound
 * to drawer, address and id: each of them exchanged, the key does not unwrap. A {@link Rewrap} has the same form.
 *
 * @param id tells two files of one name apart, so that a re-wrapped key is never taken for another file's
 * @param wrapped the data key under the drawer's key
 */
record Header(byte[] id, byte[] wrapped) {
    static final int BYTES = 89;

    private static final byte[] MARK = "STBTRES2".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_BYTES = 16;

    static Header of(byte[] id, DataKey key, DrawerKey drawerKey, Copy copy) throws GeneralSecurityException {
        return new Header(id, drawerKey.wrap(key.bytes(), boundTo(copy, id)));
    }

    static byte[] freshId() {
        return com.google.crypto.tink.subtle.Random.randBytes(ID_BYTES);
    }

    static Header read(InputStream in) throws IOException, GeneralSecurityException {
        byte[] all = in.readNBytes(BYTES);
        if (all.length != BYTES || !Arrays.equals(all, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new GeneralSecurityException("This is no object of the vault");
        }
        int wrapped = MARK.length + ID_BYTES;
        return new Header(Arrays.copyOfRange(all, MARK.length, wrapped), Arrays.copyOfRange(all, wrapped, BYTES));
    }

    DataKey unwrap(DrawerKey drawerKey, Copy copy) throws GeneralSecurityException {
        return new DataKey(drawerKey.unwrap(wrapped, boundTo(copy, id)));
    }

    byte[] bytes() {
        byte[] all = Arrays.copyOf(MARK, BYTES);
        System.arraycopy(id, 0, all, MARK.length, ID_BYTES);
        System.arraycopy(wrapped, 0, all, MARK.length + ID_BYTES, wrapped.length);
        return all;
    }

    boolean sameFile(Header other) {
        return Arrays.equals(id, other.id);
    }

    private static byte[] boundTo(Copy copy, byte[] id) {
        String text =
                copy.drawer() + "\n" + copy.sha256() + "\n" + HexFormat.of().formatHex(id);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
