package org.stadtbus.dvdv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.AuthorityService;

/**
 * The DVDV's REST interface (DVDV2 öffentliche API, v2 - 2.15.0), entry path {@code extern/standaloneauth/directory}. Every method
 * asks once; a token that is not taken any more is renewed once.
 *
 * <p>All throw {@link HubException}: transient while the DVDV is away or answers what cannot be read, permanent
 * ({@code dvdv-access}, {@code dvdv-refused}) when it refuses.
 */
final class DvdvClient {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final String UNKNOWN_ENTRY = "ENTITY_NOT_FOUND";

    private final DvdvHttp http;
    private final DvdvTokens tokens;
    private final URI url;
    private final Clock clock;

    DvdvClient(DvdvHttp http, DvdvTokens tokens, DvdvProperties settings, Clock clock) {
        this.http = http;
        this.tokens = tokens;
        this.url = settings.url();
        this.clock = clock;
    }

    /** Names an authority. */
    record AuthorityQuestion(String category, String key) {}

    /** Names a service of an authority. */
    record ServiceQuestion(String key, String uri) {}

    /** Asks whether a certificate belongs to a category. */
    record CertificateQuestion(String fingerprint, String category) {}

    /** {@code findauthoritydescription}: the authority's official name; empty when there is none that is valid now. */
    Optional<Found<String>> authority(AuthorityQuestion question) {
        return ask(
                        "findauthoritydescription",
                        Map.of("category", question.category(), "organizationKey", question.key()))
                .flatMap(body -> DvdvAnswers.authority(body, Instant.now(clock)));
    }

    /** {@code findservicedescription}: empty when there is none that is valid now. */
    Optional<Found<AuthorityService>> service(ServiceQuestion question) {
        return ask(
                        "findservicedescription",
                        Map.of("organizationKey", question.key(), "serviceSpecificationUri", question.uri()))
                .flatMap(body -> DvdvAnswers.service(body, question.uri(), Instant.now(clock)));
    }

    /** {@code verifycategory}. */
    Optional<Found<Boolean>> certificate(CertificateQuestion question) {
        return ask("verifycategory", Map.of("fingerPrint", question.fingerprint(), "category", question.category()))
                .map(DvdvAnswers::verified);
    }

    private Optional<JsonNode> ask(String function, Map<String, String> fields) {
        String token = tokens.current();
        HttpResponse<byte[]> answer = http.send(request(function, fields, token));
        if (answer.statusCode() == UNAUTHORIZED) {
            tokens.forget(token);
            answer = http.send(request(function, fields, tokens.current()));
        }
        if (answer.statusCode() == NO_CONTENT) {
            return Optional.empty();
        }
        if (answer.statusCode() == NOT_FOUND && isUnknownEntry(answer)) {
            return Optional.empty();
        }
        if (answer.statusCode() != OK) {
            throw DvdvFailures.status(answer.statusCode());
        }
        return Optional.of(http.read(answer));
    }

    /** A wrong address is answered with 404 too, but not by the DVDV. */
    private boolean isUnknownEntry(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).contains(UNKNOWN_ENTRY);
    }

    private HttpRequest request(String function, Map<String, String> fields, String token) {
        var question = JsonNodeFactory.instance.objectNode();
        fields.forEach(question::put);
        return HttpRequest.newBuilder(URI.create(url + "/extern/standaloneauth/directory/v2/" + function
                        + "?request_json=" + URLEncoder.encode(question.toString(), StandardCharsets.UTF_8)))
                .header("Authorization", "EmbeddedBearer " + token)
                .header("Accept", "application/json, application/problem+json")
                .build();
    }
}
