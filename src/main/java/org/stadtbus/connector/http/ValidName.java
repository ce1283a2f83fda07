package org.stadtbus.connector.http;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HttpClientHostnameVerifier;

/**
 * Whether a server that the Java trust store believes has the name it was called by, and a certificate that is valid now; for the Kamelet
 * {@code http-sink}. It is asked before the server is sent anything. Camel has no other place for it that leaves plain HTTP plain.
 */
public final class ValidName implements HttpClientHostnameVerifier {
    private final DefaultHostnameVerifier name = new DefaultHostnameVerifier();

    @Override
    public void verify(String host, X509Certificate certificate) throws SSLException {
        try {
            certificate.checkValidity();
        } catch (CertificateException e) {
            throw new SSLException("The certificate is not valid now", e);
        }
        name.verify(host, certificate);
    }

    @Override
    public boolean verify(String host, SSLSession session) {
        try {
            verify(host, (X509Certificate) session.getPeerCertificates()[0]);
            return true;
        } catch (SSLException e) {
            return false;
        }
    }
}
