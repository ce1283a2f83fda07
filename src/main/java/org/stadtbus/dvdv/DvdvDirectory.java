package org.stadtbus.dvdv;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.ssl.SslBundle;
import org.stadtbus.dvdv.DvdvClient.AuthorityQuestion;
import org.stadtbus.dvdv.DvdvClient.CertificateQuestion;
import org.stadtbus.dvdv.DvdvClient.ServiceQuestion;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.AuthorityService;
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.FileDirectory;
import org.stadtbus.standards.Organisation;

/**
 * The city's roles with what the DVDV says about their keys. Organisations of another directory service are answered by the file
 * alone.
 */
final class DvdvDirectory implements Directory {
    private static final String DVDV = "DVDV";

    private final FileDirectory roles;
    private final DvdvClient client;
    private final AnswerCache<AuthorityQuestion, String> authorities;
    private final AnswerCache<ServiceQuestion, AuthorityService> services;
    private final AnswerCache<CertificateQuestion, Boolean> certificates;

    private DvdvDirectory(FileDirectory roles, DvdvClient client, DvdvProperties settings, Clock clock) {
        this.roles = roles;
        this.client = client;
        Outage outage = new Outage(clock, settings.retryAfter());
        this.authorities = new AnswerCache<>(settings, outage, clock);
        this.services = new AnswerCache<>(settings, outage, clock);
        this.certificates = new AnswerCache<>(settings, outage, clock);
    }

    /**
     * A directory that asks with the bundle's certificate; nothing is asked yet.
     *
     * @throws HubException permanent when the bundle has no usable key, or a role of the DVDV no category to ask for
     */
    static DvdvDirectory open(FileDirectory roles, DvdvProperties settings, SslBundle bundle, Clock clock) {
        roles.all().stream()
                .filter(organisation ->
                        isOfDvdv(organisation) && organisation.category().isEmpty())
                .findFirst()
                .ifPresent(organisation -> {
                    throw DvdvFailures.noCategory(organisation.role());
                });
        DvdvHttp http = new DvdvHttp(settings, bundle);
        DvdvTokens tokens = new DvdvTokens(http, DvdvIdentity.of(settings.bundle(), bundle), settings, clock);
        return new DvdvDirectory(roles, new DvdvClient(http, tokens, settings, clock), settings, clock);
    }

    @Override
    public Optional<Organisation> find(String role) {
        return roles.find(role).map(this::confirmed);
    }

    @Override
    public Organisation require(String role) {
        return confirmed(roles.require(role));
    }

    private Organisation confirmed(Organisation known) {
        if (!isOfDvdv(known)) {
            return known;
        }
        return authorities
                .answer(new AuthorityQuestion(known.category(), known.key()), client::authority)
                .map(known::named)
                .orElseThrow(() -> DvdvFailures.noAuthority(known.key(), known.category()));
    }

    @Override
    public AuthorityService service(String role, String uri) {
        Organisation known = roles.require(role);
        if (!isOfDvdv(known)) {
            return roles.service(role, uri);
        }
        return serviceOf(known.key(), uri);
    }

    @Override
    public AuthorityService serviceOf(String key, String uri) {
        return services.answer(new ServiceQuestion(key, uri), client::service)
                .orElseThrow(() -> DvdvFailures.noService(key, uri));
    }

    @Override
    public boolean holds(String fingerprint, String category) {
        return certificates
                .answer(new CertificateQuestion(fingerprint.toLowerCase(Locale.ROOT), category), client::certificate)
                .orElse(false);
    }

    private static boolean isOfDvdv(Organisation organisation) {
        return organisation.directoryService().equals(DVDV);
    }
}
