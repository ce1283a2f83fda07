package org.stadtbus.osci;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.stadtbus.osci.Signing.Attachments;
import org.stadtbus.osci.Signing.ByContentId;
import org.w3c.dom.Element;

/**
 * Checks a signature. Before a single hash is computed the signature must keep to the profile of OSCI: no algorithm, transform or
 * reference beyond it. Santuario's own limits are off, because they end at thirty references and an order may have more attachments.
 */
final class SignatureCheck {
    private static final Pattern ID = Pattern.compile("#[\\p{L}_][\\p{L}\\p{N}._-]*");
    private static final String ALGORITHM = "Algorithm";

    private final Algorithms reading;

    SignatureCheck(Algorithms reading) {
        this.reading = reading;
    }

    /**
     * @param signed references that must be signed, {@code #id} or {@code cid:id}
     * @throws OsciException 9601 when the signature is not good, 9602 when it leaves out one of them
     */
    void check(Element signature, X509Certificate signer, Set<String> signed, Attachments attachments)
            throws OsciException {
        profile(signature, signer);
        Set<String> references = references(signature);
        if (!references.containsAll(signed)) {
            throw new OsciException(OsciCode.PART_UNSIGNED, "");
        }
        try {
            XMLSignature check = new XMLSignature(signature, "", false, Signing.PROVIDER);
            check.addResourceResolver(new ByContentId(attachments));
            if (!check.checkSignatureValue(signer.getPublicKey())) {
                throw new OsciException(OsciCode.SIGNATURE, "");
            }
        } catch (XMLSecurityException e) {
            throw new OsciException(OsciCode.SIGNATURE, "", e);
        }
    }

    private void profile(Element signature, X509Certificate signer) throws OsciException {
        Element info = Xml.require(signature, "ds:SignedInfo");
        allow(Algorithms.C14N.equals(
                Xml.require(info, "ds:CanonicalizationMethod").getAttribute(ALGORITHM)));
        reading.signature(Xml.require(info, "ds:SignatureMethod").getAttribute(ALGORITHM), signer.getPublicKey());
        for (Element reference : Xml.all(info, "ds:Reference").toList()) {
            reading.digest(Xml.require(reference, "ds:DigestMethod").getAttribute(ALGORITHM));
            for (Element transform :
                    Xml.find(reference, "ds:Transforms").map(Xml::children).orElse(java.util.List.of())) {
                String algorithm = transform.getAttribute(ALGORITHM);
                allow(algorithm.equals(Algorithms.C14N) || algorithm.equals(Algorithms.BASE64));
            }
        }
    }

    private static Set<String> references(Element signature) throws OsciException {
        Set<String> uris = new HashSet<>();
        for (Element reference :
                Xml.all(Xml.require(signature, "ds:SignedInfo"), "ds:Reference").toList()) {
            String uri = reference.getAttribute("URI");
            allow(uri.startsWith("cid:") || ID.matcher(uri).matches());
            uris.add(uri);
        }
        return uris;
    }

    private static void allow(boolean allowed) throws OsciException {
        if (!allowed) {
            throw new OsciException(OsciCode.SIGNATURE, "Sie hält sich nicht an das Profil von OSCI.");
        }
    }
}
