package org.stadtbus.osci;

import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import org.w3c.dom.Element;

/** Writes and reads {@code xenc:EncryptedData} (XML Encryption 1.0 with the restrictions of oscienc.xsd). */
final class EncryptedElements {
    private static final String ALGORITHM = "Algorithm";
    private static final String METHOD = "xenc:EncryptionMethod";
    private static final String KEY_INFO = "ds:KeyInfo";
    private static final String CIPHER_DATA = "xenc:CipherData";
    private static final String CIPHER_VALUE = "xenc:CipherValue";
    /** Of messages that do not say how long their initialisation vector is. */
    private static final int OLDER_IV_LENGTH = 16;

    private EncryptedElements() {}

    /** Finds the certificate that an encrypted key is meant for. */
    @FunctionalInterface
    interface Recipients {
        Optional<X509Certificate> of(Element keyInfo) throws OsciException;
    }

    static Element data(Element parent) {
        Element data = Xml.add(parent, "xenc:EncryptedData");
        Element method = Xml.add(data, METHOD);
        method.setAttribute(ALGORITHM, Algorithms.AES_256_GCM);
        Xml.add(method, "osci128:IvLength").setAttribute("Value", String.valueOf(SessionKey.IV_LENGTH));
        return data;
    }

    /** Adds the key for one reader; returns the KeyInfo that says who that is, to be filled. */
    static Element keyFor(Element data, SessionKey key, X509Certificate reader) throws OsciException {
        Element wrapped = Xml.add(Xml.add(data, KEY_INFO), "xenc:EncryptedKey");
        Element method = Xml.add(wrapped, METHOD);
        method.setAttribute(ALGORITHM, Algorithms.OAEP);
        Xml.add(method, "xenc11:MGF").setAttribute(ALGORITHM, Algorithms.MGF_SHA_256);
        Xml.add(method, "ds:DigestMethod").setAttribute(ALGORITHM, Algorithms.SHA_256);
        Element keyInfo = Xml.add(wrapped, KEY_INFO);
        value(wrapped, KeyTransport.wrap(key, reader));
        return keyInfo;
    }

    /** Adds the key itself; only inside of something encrypted. */
    static void plainKey(Element data, SessionKey key) {
        Xml.add(Xml.add(data, KEY_INFO), "ds:MgmtData", Base64.getEncoder().encodeToString(key.bytes()));
    }

    static void value(Element data, byte[] ciphertext) {
        Xml.add(Xml.add(data, CIPHER_DATA), CIPHER_VALUE, Base64.getEncoder().encodeToString(ciphertext));
    }

    static Element reference(Element data, String contentId) {
        Element reference = Xml.add(Xml.add(data, CIPHER_DATA), "xenc:CipherReference");
        reference.setAttribute("URI", "cid:" + contentId);
        return reference;
    }

    static SessionKey.Method method(Element data, Algorithms reading) throws OsciException {
        Element method = Xml.require(data, METHOD);
        String algorithm = method.getAttribute(ALGORITHM);
        reading.cipher(algorithm);
        String length = Xml.find(method, "osci128:IvLength")
                .map(iv -> iv.getAttribute("Value"))
                .orElse(String.valueOf(OLDER_IV_LENGTH));
        if (!length.equals("12") && !length.equals("16")) {
            throw new OsciException(OsciCode.NOT_DECRYPTED, "Die Länge des Initialisierungsvektors ist unzulässig.");
        }
        return new SessionKey.Method(algorithm, Integer.parseInt(length));
    }

    /** The session key, when one of the encrypted keys is for this party. */
    static SessionKey key(Element data, Party own, Recipients recipients, Algorithms reading) throws OsciException {
        for (Element wrapped :
                Xml.all(Xml.require(data, KEY_INFO), "xenc:EncryptedKey").toList()) {
            Optional<X509Certificate> reader = recipients.of(Xml.require(wrapped, KEY_INFO));
            if (reader.isPresent() && reader.get().equals(own.cipher())) {
                return KeyTransport.unwrap(value(wrapped), Xml.require(wrapped, METHOD), own.cipherKey(), reading);
            }
        }
        throw new OsciException(OsciCode.NOT_ENCRYPTED, "");
    }

    static SessionKey plainKey(Element data) throws OsciException {
        return new SessionKey(Certificates.base64(Xml.require(data, KEY_INFO, "ds:MgmtData")));
    }

    static byte[] value(Element data) throws OsciException {
        return Certificates.base64(Xml.require(data, CIPHER_DATA, CIPHER_VALUE));
    }

    /** Content-ID of what is referred to; empty when the ciphertext is inside. */
    static Optional<String> reference(Element data) {
        return Xml.find(data, CIPHER_DATA, "xenc:CipherReference")
                .map(reference -> reference.getAttribute("URI"))
                .filter(uri -> uri.startsWith("cid:"))
                .map(uri -> uri.substring("cid:".length()));
    }
}
