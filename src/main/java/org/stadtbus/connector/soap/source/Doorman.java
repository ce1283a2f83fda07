package org.stadtbus.connector.soap.source;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;

/** Lets nobody in but the procedure. */
final class Doorman {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final Access access;
    private final Clock clock;

    Doorman(Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /**
     * Whether the caller is known before a byte of his call is read.
     *
     * @throws HubException rejected when his certificate is another's, or not valid now
     */
    boolean knows(Message message) {
        if (!(access instanceof Access.Certificate known)) {
            return false;
        }
        try {
            X509Certificate shown = shown(message);
            shown.checkValidity(Date.from(clock.instant()));
            if (known.fingerprint().equals(Ids.sha256(shown.getEncoded()))) {
                return true;
            }
        } catch (CertificateEncodingException unreadable) {
            throw SourceFailures.certificateUnknown();
        } catch (CertificateException expired) {
            throw SourceFailures.certificateExpired();
        }
        throw SourceFailures.certificateUnknown();
    }

    /** @throws HubException rejected when name and password in the head of the call are not those agreed */
    void check(Call call) {
        if (access instanceof Access.Token agreed
                && call.logins().noneMatch(login -> agreed.is(login.name(), login.password()))) {
            throw SourceFailures.login();
        }
    }

    private static X509Certificate shown(Message message) {
        if (message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request
                && request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
                && chain.length > 0) {
            return chain[0];
        }
        throw SourceFailures.certificateUnknown();
    }
}
