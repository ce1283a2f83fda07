package org.stadtbus.osci;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/**
 * What is written, and what is read. Written are only algorithms that BSI TR-03116-4 and TR-02102-1 recommend today: AES-256-GCM, RSA-OAEP
 * and RSASSA-PSS with SHA-256, RSA keys of at least 3,000 bits.
 *
 * @param older whether AES-CBC, RSA PKCS#1 v1.5 and keys from 2,000 bits are read too; peers of old need it
 */
public record Algorithms(boolean older) {
    static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    static final String BASE64 = Ns.DS + "base64";
    static final String SHA_256 = Ns.XENC + "sha256";
    static final String SHA_512 = Ns.XENC + "sha512";
    static final String PSS_SHA_256 = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    static final String AES_256_GCM = Ns.XENC_11 + "aes256-gcm";
    static final String OAEP = Ns.XENC_11 + "rsa-oaep";
    static final String MGF_SHA_256 = Ns.XENC_11 + "mgf1sha256";
    static final String RSA_1_5 = Ns.XENC + "rsa-1_5";

    private static final int KEY_BITS = 3000;
    private static final int OLDER_KEY_BITS = 2000;
    private static final Set<String> DIGESTS = Set.of(SHA_256, SHA_512);
    private static final Set<String> SIGNATURES =
            Set.of(PSS_SHA_256, "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1");
    private static final Set<String> OLDER_SIGNATURES = Set.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512");
    private static final Set<String> CIPHERS =
            Set.of(AES_256_GCM, Ns.XENC_11 + "aes192-gcm", Ns.XENC_11 + "aes128-gcm");
    private static final Set<String> OLDER_CIPHERS =
            Set.of(Ns.XENC + "aes256-cbc", Ns.XENC + "aes192-cbc", Ns.XENC + "aes128-cbc");

    void digest(String algorithm) throws OsciException {
        check(DIGESTS.contains(algorithm), OsciCode.SIGNATURE, algorithm);
    }

    void signature(String algorithm, PublicKey key) throws OsciException {
        check(
                SIGNATURES.contains(algorithm) || older && OLDER_SIGNATURES.contains(algorithm),
                OsciCode.SIGNATURE,
                algorithm);
        check(bits(key) >= (older ? OLDER_KEY_BITS : KEY_BITS), OsciCode.SIGNATURE, bits(key) + " Bit");
    }

    void cipher(String algorithm) throws OsciException {
        check(
                CIPHERS.contains(algorithm) || older && OLDER_CIPHERS.contains(algorithm),
                OsciCode.NOT_DECRYPTED,
                algorithm);
    }

    void keyTransport(String algorithm) throws OsciException {
        check(OAEP.equals(algorithm) || older && RSA_1_5.equals(algorithm), OsciCode.NOT_DECRYPTED, algorithm);
    }

    private static void check(boolean allowed, OsciCode code, String what) throws OsciException {
        if (!allowed) {
            throw new OsciException(code, "Das Verfahren ist nicht zugelassen: " + what + ".");
        }
    }

    /**
     * Refuses to sign or encrypt with a key that is too short.
     *
     * @throws OsciException 9700
     */
    static X509Certificate strong(X509Certificate certificate) throws OsciException {
        int bits = bits(certificate.getPublicKey());
        if (bits < KEY_BITS) {
            throw new OsciException(
                    OsciCode.CERTIFICATE,
                    "Der Schlüssel hat " + bits + " Bit, verlangt sind RSA-Schlüssel ab " + KEY_BITS + " Bit.");
        }
        return certificate;
    }

    /** Zero for keys that are not RSA. */
    private static int bits(PublicKey key) {
        return key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 0;
    }
}
