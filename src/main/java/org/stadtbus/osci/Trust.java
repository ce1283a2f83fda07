package org.stadtbus.osci;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which certificates are trusted: those in a store, and those that an authority in it has issued. Revocation is not asked for. */
public final class Trust {
    private final Set<TrustAnchor> anchors = new HashSet<>();
    private final Set<X509Certificate> trusted = new HashSet<>();

    /** @param store the trusted certificates; null for none */
    public Trust(@Nullable KeyStore store) throws GeneralSecurityException {
        if (store == null) {
            return;
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                trusted.add(certificate);
                if (certificate.getBasicConstraints() >= 0) {
                    anchors.add(new TrustAnchor(certificate, null));
                }
            }
        }
    }

    /**
     * @throws OsciException 9700 when the certificate is expired or nobody in the store vouches for it
     */
    public void check(X509Certificate certificate) throws OsciException {
        try {
            certificate.checkValidity();
            if (trusted.contains(certificate)) {
                return;
            }
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
        } catch (GeneralSecurityException e) {
            throw new OsciException(OsciCode.CERTIFICATE, "", e);
        }
    }
}
