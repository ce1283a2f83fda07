package org.stadtbus.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;

/** The public keys a verifier trusts, by key id. */
final class JournalKeys {
    private static final int ID_LENGTH = 16;

    private final Map<String, PublicKey> keys;

    private JournalKeys(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * All public keys of a PEM file; several when the hub's key was changed.
     *
     * @throws HubException permanent ({@code journal-public-key}) when there is none in it
     */
    static JournalKeys of(Path pem) {
        Map<String, PublicKey> keys = new HashMap<>();
        try {
            for (byte[] der : Pem.read(pem, JournalKey.PUBLIC_LABEL)) {
                PublicKey key =
                        KeyFactory.getInstance(JournalKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
                keys.put(id(der), key);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "journal-public-key",
                    "Der öffentliche Schlüssel des Journals ist nicht lesbar: " + pem
                            + ". Bitte mit --public-key die Datei angeben, die neben dem Schlüssel des Hubs liegt.",
                    e);
        }
        return new JournalKeys(keys);
    }

    /** Start of the SHA-256 of the encoded public key. */
    static String id(byte[] publicKey) {
        return Ids.sha256(publicKey).substring(0, ID_LENGTH);
    }

    /** True when this is a trusted key. */
    boolean knows(String keyId) {
        return keys.containsKey(keyId);
    }

    /** True when a trusted key made the signature. */
    boolean signed(Checkpoint checkpoint) {
        PublicKey key = keys.get(checkpoint.keyId());
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(JournalKey.ALGORITHM);
            signature.initVerify(key);
            signature.update(checkpoint.signed());
            return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}
