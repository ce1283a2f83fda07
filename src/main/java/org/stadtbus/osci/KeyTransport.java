package org.stadtbus.osci;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.w3c.dom.Element;

/** Carries a session key to its reader: RSA-OAEP, for reading also RSA PKCS#1 v1.5 where that is allowed. */
final class KeyTransport {
    private static final String SHA_512 = "SHA-512";
    private static final String SHA_256 = "SHA-256";
    private static final int LONGEST_KEY = 32;

    private KeyTransport() {}

    static byte[] wrap(SessionKey key, X509Certificate reader) throws OsciException {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, Algorithms.strong(reader).getPublicKey(), oaep(SHA_256, SHA_256));
            return cipher.doFinal(key.bytes());
        } catch (GeneralSecurityException e) {
            throw new OsciException(OsciCode.CERTIFICATE, "Mit ihm lässt sich nicht verschlüsseln.", e);
        }
    }

    /** @param method the EncryptionMethod of the encrypted key */
    static SessionKey unwrap(byte[] wrapped, Element method, PrivateKey own, Algorithms reading) throws OsciException {
        String algorithm = method.getAttribute("Algorithm");
        reading.keyTransport(algorithm);
        return algorithm.equals(Algorithms.RSA_1_5) ? unwrapOlder(wrapped, own) : unwrapOaep(wrapped, method, own);
    }

    private static SessionKey unwrapOaep(byte[] wrapped, Element method, PrivateKey own) throws OsciException {
        String digest =
                Xml.find(method, "ds:DigestMethod").map(KeyTransport::hash).orElse("SHA-1");
        String mask = Xml.find(method, "xenc11:MGF").map(KeyTransport::hash).orElse("SHA-1");
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, own, oaep(digest, mask));
            return new SessionKey(cipher.doFinal(wrapped));
        } catch (GeneralSecurityException e) {
            throw new OsciException(OsciCode.NOT_DECRYPTED, "", e);
        }
    }

    /** A padding that does not fit gives a key that does not fit, so that nobody learns which it was (Bleichenbacher). */
    private static SessionKey unwrapOlder(byte[] wrapped, PrivateKey own) throws OsciException {
        byte[] instead = SessionKey.random(LONGEST_KEY);
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, own);
            byte[] key = cipher.doFinal(wrapped);
            return new SessionKey(key.length > LONGEST_KEY ? instead : key);
        } catch (javax.crypto.BadPaddingException unfitting) {
            return new SessionKey(instead);
        } catch (GeneralSecurityException e) {
            throw new OsciException(OsciCode.NOT_DECRYPTED, "", e);
        }
    }

    private static String hash(Element named) {
        String algorithm = named.getAttribute("Algorithm");
        return algorithm.endsWith("512") ? SHA_512 : algorithm.endsWith("256") ? SHA_256 : "SHA-1";
    }

    private static OAEPParameterSpec oaep(String digest, String mask) {
        return new OAEPParameterSpec(digest, "MGF1", new MGF1ParameterSpec(mask), PSource.PSpecified.DEFAULT);
    }
}
