package org.stadtbus.connector.xta.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;
import org.stadtbus.connector.xta.provider.ProviderSettings.Account;
import org.stadtbus.envelope.Ids;
import org.stadtbus.xta.PermissionDeniedException;
import org.stadtbus.xta.meta.Party;

/** Who calls: the account whose certificate the caller proved to have. */
final class Accounts {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final List<Account> accounts;
    private final Clock clock;

    Accounts(List<Account> accounts, Clock clock) {
        this.accounts = List.copyOf(accounts);
        this.clock = clock;
    }

    /**
     * The caller of the operation under way.
     *
     * @param author who the message says it is from; absent where the operation lets it be absent
     * @throws PermissionDeniedException without an account, with a locked one, with an expired certificate or another's name
     */
    Account caller(@Nullable Party author) throws PermissionDeniedException {
        X509Certificate certificate = certificate();
        try {
            certificate.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException expired) {
            throw Faults.certificateExpired();
        }
        Account account = account(certificate);
        if (!account.active()) {
            throw Faults.accountLocked();
        }
        if (author != null && !Parties.name(author).equals(account.identifier())) {
            throw Faults.notTheAuthor();
        }
        return account;
    }

    /** The account with this name. */
    Optional<Account> named(String identifier) {
        return accounts.stream()
                .filter(account -> account.identifier().equals(identifier))
                .findFirst();
    }

    private Account account(X509Certificate certificate) throws PermissionDeniedException {
        try {
            String fingerprint = Ids.sha256(certificate.getEncoded());
            return accounts.stream()
                    .filter(account -> account.certificate().equalsIgnoreCase(fingerprint))
                    .findFirst()
                    .orElseThrow(Faults::accountUnknown);
        } catch (CertificateEncodingException unreadable) {
            throw Faults.accountUnknown();
        }
    }

    private static X509Certificate certificate() throws PermissionDeniedException {
        Object request = PhaseInterceptorChain.getCurrentMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
        if (request instanceof HttpServletRequest http
                && http.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
                && chain.length > 0) {
            return chain[0];
        }
        throw Faults.accountUnknown();
    }
}
