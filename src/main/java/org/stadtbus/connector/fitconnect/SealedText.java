package org.stadtbus.connector.fitconnect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;

/** A JWE that fits into memory: metadata and form data. */
final class SealedText {
    private SealedText() {}

    /** @throws Refused when it cannot be opened with our keys or uses what FIT-Connect does not allow */
    static byte[] open(String serialized, List<RSAKey> ours, Part part) {
        try {
            JWEObject jwe = JWEObject.parse(serialized);
            jwe.decrypt(new RSADecrypter(CompactJwe.key(jwe.getHeader(), ours, part)));
            return jwe.getPayload().toBytes();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw CompactJwe.unopened(part, e);
        }
    }
}
