package org.stadtbus.connector.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.connector.LimitedBody;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HttpFailure;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.IntakeProperties;

/**
 * The subscriber's side of the submission API. Failures are {@link HubException}s: transient where another attempt may help (no
 * answer, 401, 408, 425, 429, 5xx), else permanent.
 */
final class FitConnectApi {
    private static final Logger LOG = LoggerFactory.getLogger(FitConnectApi.class);
    private static final String SUBMISSIONS = "/v2/submissions";
    private static final int PAGE = 100;
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;
    private static final long SMALL = 4L * 1024 * 1024;

    private final Http http;
    private final AccessTokens tokens;
    private final FitConnectProperties settings;
    private final IntakeProperties limits;
    private final ObjectMapper json = new ObjectMapper();

    FitConnectApi(Http http, AccessTokens tokens, FitConnectProperties settings, IntakeProperties limits) {
        this.http = http;
        this.tokens = tokens;
        this.settings = settings;
        this.limits = limits;
    }

    /** Everything that waits, over all pages. What is taken off the list meanwhile may hide an entry until the next look. */
    List<Waiting> waiting() {
        Set<Waiting> found = new LinkedHashSet<>();
        for (int offset = 0; ; ) {
            JsonNode page = read(get(
                    SUBMISSIONS + "?destinationId=" + settings.destinationId() + "&offset=" + offset + "&limit=" + PAGE,
                    SMALL));
            List<Waiting> entries = entries(page.path("submissions"));
            offset += page.path("submissions").size();
            if (!found.addAll(entries) || offset >= page.path("totalCount").asInt()) {
                return List.copyOf(found);
            }
        }
    }

    private static List<Waiting> entries(JsonNode list) {
        List<Waiting> entries = new ArrayList<>();
        for (JsonNode entry : list) {
            Waiting.read(entry)
                    .ifPresentOrElse(entries::add, () -> LOG.warn("The list names a submission without proper ids"));
        }
        return entries;
    }

    /** One submission. */
    Submission submission(Waiting ids) {
        long limit = limits.maxForm().toBytes() * 2 + SMALL;
        return Submission.read(ids, read(get(SUBMISSIONS + "/" + ids.submissionId(), limit)));
    }

    /** Downloads a sealed attachment into a file that is not there yet. */
    void attachment(Waiting ids, String attachmentId, Path file) {
        BodyHandler<Path> body = LimitedBody.file(
                file, CompactJwe.sealedLength(limits.maxAttachment().toBytes()));
        HttpRequest.Builder request = request(SUBMISSIONS + "/" + ids.submissionId() + "/attachments/" + attachmentId)
                .GET();
        good(send(request, body, settings.downloadTimeout()));
    }

    /** Hands over a signed event; one that does not fit the submission's state any more is logged and done. */
    void event(Waiting ids, String token) {
        HttpResponse<byte[]> answer = send(
                request("/v2/cases/" + ids.caseId() + "/events")
                        .header("Content-Type", "application/jose")
                        .POST(BodyPublishers.ofString(token)),
                LimitedBody.bytes(SMALL),
                settings.requestTimeout());
        if (answer.statusCode() == CONFLICT) {
            LOG.warn("Submission {} has been answered otherwise before", ids.submissionId());
        } else {
            good(answer);
        }
    }

    /** Sends a reply; sent again it is there once. */
    int reply(JsonNode reply) {
        HttpRequest.Builder request = request("/v2/replies")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(reply.toString()));
        return good(send(request, LimitedBody.bytes(SMALL), settings.requestTimeout()))
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.apiUrl().toString().replaceAll("/+$", "") + path));
    }

    private byte[] get(String path, long limit) {
        return good(send(request(path).GET(), LimitedBody.bytes(limit), settings.requestTimeout()))
                .body();
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body, Duration whole) {
        try {
            String token = tokens.current();
            HttpResponse<T> answer = http.send(authorized(request, token), body, whole);
            if (answer.statusCode() != UNAUTHORIZED) {
                return answer;
            }
            tokens.forget(token);
            return http.send(authorized(request, tokens.current()), body, whole);
        } catch (IOException e) {
            throw HubException.temporary(
                    "fit-connect-unavailable",
                    "FIT-Connect ist zurzeit nicht erreichbar oder antwortet nicht ganz.",
                    e);
        }
    }

    private static HttpRequest authorized(HttpRequest.Builder request, String token) {
        return request.setHeader("Authorization", "Bearer " + token).build();
    }

    private static <T> HttpResponse<T> good(HttpResponse<T> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return answer;
        }
        FailureKind kind = status == UNAUTHORIZED
                ? FailureKind.TRANSIENT
                : HttpFailure.of(status).kind();
        throw new HubException(kind, "http-" + status, "FIT-Connect hat mit HTTP " + status + " geantwortet.");
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw HubException.temporary("fit-connect-not-json", "FIT-Connect hat kein lesbares JSON geschickt.", e);
        }
    }
}
