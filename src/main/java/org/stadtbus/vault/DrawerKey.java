package org.stadtbus.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.TreeSet;

/** The key that wraps a drawer's data keys: a Tink keyset (AES-256-GCM), whose primary wraps and whose others still unwrap. */
final class DrawerKey {
    private final KeysetHandle keys;
    private final Aead cipher;

    private DrawerKey(KeysetHandle keys) throws GeneralSecurityException {
        this.keys = keys;
        this.cipher = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static DrawerKey generate() throws GeneralSecurityException {
        AeadConfig.register();
        return new DrawerKey(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    static DrawerKey parse(String text) throws GeneralSecurityException {
        AeadConfig.register();
        return new DrawerKey(TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get()));
    }

    String text() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }

    byte[] wrap(byte[] dataKey, byte[] boundTo) throws GeneralSecurityException {
        return cipher.encrypt(dataKey, boundTo);
    }

    byte[] unwrap(byte[] wrapped, byte[] boundTo) throws GeneralSecurityException {
        return cipher.decrypt(wrapped, boundTo);
    }

    /** True when the key that wraps now is not the one this was wrapped with; Tink writes the key's id behind the first byte. */
    boolean isOutdated(byte[] wrapped) {
        return ByteBuffer.wrap(wrapped).getInt(1) != keys.getPrimary().getId();
    }

    /** These keys with a new one that wraps from now on. */
    DrawerKey rotated() throws GeneralSecurityException {
        return new DrawerKey(KeysetHandle.newBuilder(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** These keys without the ones with these ids. */
    DrawerKey without(Set<Integer> ids) throws GeneralSecurityException {
        KeysetHandle.Builder fewer = KeysetHandle.newBuilder(keys);
        for (int i = keys.size() - 1; i >= 0; i--) {
            if (ids.contains(keys.getAt(i).getId())) {
                fewer.deleteAt(i);
            }
        }
        return new DrawerKey(fewer.build());
    }

    /** Ids of the keys that only unwrap. */
    Set<Integer> retired() {
        Set<Integer> ids = new TreeSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.getAt(i).isPrimary()) {
                ids.add(keys.getAt(i).getId());
            }
        }
        return ids;
    }
}
