package org.stadtbus.connector.fitconnect;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * The subscriber's private keys.
 *
 * @param decryption keys submissions may be sealed for, the current one first
 * @param signing key events are signed with
 */
record PrivateKeys(List<RSAKey> decryption, RSAKey signing) {

    PrivateKeys {
        decryption = List.copyOf(decryption);
    }

    /** @throws HubException permanent when a file holds no usable private key; the sentence names the file */
    static PrivateKeys read(FitConnectProperties settings) {
        return new PrivateKeys(
                settings.decryptionKeys().stream().map(PrivateKeys::read).toList(), read(settings.signingKey()));
    }

    private static RSAKey read(Path file) {
        try {
            if (JWK.parse(Files.readString(file)) instanceof RSAKey key && key.isPrivate() && key.getKeyID() != null) {
                return key;
            }
            throw HubException.permanent("key-unusable", sentence(file));
        } catch (IOException | ParseException e) {
            throw new HubException(FailureKind.PERMANENT, "key-unusable", sentence(file), e);
        }
    }

    private static String sentence(Path file) {
        return "Die Datei " + file.getFileName() + " ist kein lesbarer privater RSA-Schlüssel im JWK-Format mit kid.";
    }
}
