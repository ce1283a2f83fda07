package org.stadtbus.connector.fitconnect;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;

/**
 * What FIT-Connect allows of JWE compact serialisation (RFC 7516 section 7.1): RSA-OAEP-256 with A256GCM, not compressed; whoever
 * takes {@code zip} takes zip bombs.
 */
final class CompactJwe {
    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;
    static final int KEY_BYTES = 32;
    /** Characters of a 16-byte tag in base64url without padding. */
    static final int TAG_CHARS = 22;
    /** Header, wrapped key, initialisation vector and dots together are shorter than this. */
    static final int LONGEST_START = 16 * 1024;

    private CompactJwe() {}

    /** Longest serialisation of this many plain bytes. */
    static long sealedLength(long plainBytes) {
        return plainBytes / 3 * 4 + LONGEST_START + TAG_CHARS;
    }

    /** The authentication tag as the serialisation holds it: what follows the last dot. */
    static String tag(String serialized) {
        return serialized.substring(serialized.lastIndexOf('.') + 1);
    }

    /**
     * The key this header asks for; a header without {@code kid} means the first.
     *
     * @throws Refused when the header wants anything else than FIT-Connect allows, or a key that is not ours
     */
    static RSAKey key(JWEHeader header, List<RSAKey> ours, Part part) {
        if (!JWEAlgorithm.RSA_OAEP_256.equals(header.getAlgorithm())
                || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())) {
            throw new Refused(
                    Refused.ENCRYPTION,
                    part,
                    "ist nicht mit RSA-OAEP-256 und A256GCM verschlüsselt, wie es vereinbart ist.");
        }
        if (header.getCompressionAlgorithm() != null) {
            throw new Refused(
                    Refused.ENCRYPTION,
                    part,
                    "ist vor dem Verschlüsseln komprimiert worden; das wird nicht angenommen.");
        }
        if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
            throw new Refused(Refused.ENCRYPTION, part, "verlangt JWE-Erweiterungen, die es hier nicht gibt.");
        }
        return ours.stream()
                .filter(key -> header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Refused.ENCRYPTION,
                        part,
                        "ist für einen Schlüssel verschlüsselt, den dieser Zustellpunkt nicht hat."));
    }

    /** The part cannot be opened, whatever the reason: nobody outside learns more. */
    static Refused unopened(Part part, Throwable cause) {
        return new Refused(
                Refused.ENCRYPTION,
                part,
                "lässt sich nicht entschlüsseln: Schlüssel oder Inhalt passen nicht zusammen.",
                cause);
    }
}
