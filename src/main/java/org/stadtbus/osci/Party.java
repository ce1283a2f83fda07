package org.stadtbus.osci;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A participant with what only it has.
 *
 * @param signatureKey to sign
 * @param signature certificate that others check its signatures with
 * @param cipherKey to decrypt
 * @param cipher certificate that others encrypt with
 */
public record Party(PrivateKey signatureKey, X509Certificate signature, PrivateKey cipherKey, X509Certificate cipher) {
    /** Without keys. */
    @Override
    public String toString() {
        return "Party[" + signature.getSubjectX500Principal() + "]";
    }
}
