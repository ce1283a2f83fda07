package org.stadtbus.sandbox.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Handler;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;
import org.stadtbus.sandbox.token.TokenIssuer;

/** FIT-Connect zustelldienst with one zustellpunkt: the sender's and the subscriber's side of its REST API. */
public final class FitConnectPoint implements AutoCloseable {
    private static final int PAGE = 10;
    private static final String CASE = "/v2/cases/([0-9a-f-]{36})";
    private static final String SUBMISSION = "/v2/submissions/([0-9a-f-]{36})";

    private final Submissions submissions;
    private final Replies replies;
    private final EventCheck events;
    private final RSAKey encryptionKey;
    private final String destinationId;
    private final Callback callback;
    private final Supplier<URI> callbackUrl;
    private final ExecutorService caller = Executors.newSingleThreadExecutor();
    private final LocalServer server;

    /**
     * @param keys public keys of the subscriber
     * @param callbackSecret secret the callback is authenticated with
     * @param callbackUrl where the subscriber wants to be called
     */
    public FitConnectPoint(
            int port,
            Path folder,
            TokenIssuer issuer,
            Keys keys,
            String destinationId,
            String callbackSecret,
            Supplier<URI> callbackUrl) {
        this.submissions = new Submissions(folder.resolve("submissions"));
        this.replies = new Replies(folder.resolve("replies"));
        this.events = new EventCheck(keys.event());
        this.encryptionKey = keys.encryption();
        this.destinationId = destinationId;
        this.callback = new Callback(callbackSecret);
        this.callbackUrl = callbackUrl;
        this.server = routes(new LocalServer(port), issuer).start();
    }

    /** The subscriber's public keys. */
    public record Keys(RSAKey encryption, RSAKey event) {}

    private LocalServer routes(LocalServer local, TokenIssuer issuer) {
        return local.on("POST", "/v2/submissions", guarded(issuer, "send", this::announce))
                .on("PUT", SUBMISSION + "/attachments/([\\w-]+)", guarded(issuer, "send", this::upload))
                .on("PUT", SUBMISSION, guarded(issuer, "send", this::submit))
                .on("GET", "/v2/destinations/([\\w-]+)", guarded(issuer, "send", this::destination))
                .on("GET", "/v2/destinations/[\\w-]+/keys/([\\w-]+)", guarded(issuer, "send", this::key))
                .on("GET", "/v2/submissions", guarded(issuer, "subscribe", this::list))
                .on("GET", SUBMISSION, guarded(issuer, "subscribe", this::one))
                .on("GET", SUBMISSION + "/attachments/([\\w-]+)", guarded(issuer, "subscribe", this::attachment))
                .on("POST", CASE + "/events", guarded(issuer, "subscribe", this::event))
                .on("GET", CASE + "/events", guarded(issuer, "send", this::eventLog))
                .on("POST", "/v2/replies", guarded(issuer, "subscribe", this::reply));
    }

    private static Handler guarded(TokenIssuer issuer, String scope, Handler handler) {
        return request -> issuer.allows(request, scope) ? handler.handle(request) : problem(401, "unauthorized");
    }

    /** The server, for its address and faults. */
    public LocalServer server() {
        return server;
    }

    /** How a submission stands: announced, submitted, accepted or rejected. */
    public String state(String submissionId) {
        return submissions.find(submissionId).orElseThrow().state();
    }

    /** Signed events of a submission, oldest first. */
    public List<String> events(String submissionId) {
        return submissions.find(submissionId).orElseThrow().events();
    }

    /** Replies to a case, in the order they came; a reply that came twice is there once. */
    public List<String> repliesTo(String caseId) {
        return replies.to(caseId);
    }

    /** True when the subscriber has dealt with every submission. */
    public boolean idle() {
        return submissions.all().stream().noneMatch(s -> s.state().equals("submitted"));
    }

    private Answer announce(Request request) throws IOException {
        JsonNode body = Json.read(request.text());
        if (!destinationId.equals(body.path("destinationId").asText())) {
            return problem(422, "unknown-destination");
        }
        Submission fresh = new Submission(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                destinationId,
                body.path("publicService").path("identifier").asText(),
                "announced",
                Submission.texts(body.path("announcedAttachments")),
                "",
                "",
                List.of());
        submissions.save(fresh);
        return Answer.json(
                201,
                Json.object()
                        .put("submissionId", fresh.id())
                        .put("caseId", fresh.caseId())
                        .put("destinationId", destinationId)
                        .toString());
    }

    private Answer upload(Request request) {
        String id = request.path().get(0);
        String attachment = request.path().get(1);
        Submission submission = submissions.find(id).orElse(null);
        if (submission == null || !submission.announced().contains(attachment)) {
            return problem(404, "not-announced");
        }
        if (submission.state().equals("announced")) {
            submissions.saveAttachment(id, attachment, request.body());
        }
        return Answer.of(204);
    }

    private Answer submit(Request request) throws IOException {
        String id = request.path().get(0);
        JsonNode body = Json.read(request.text());
        boolean complete = submissions.find(id).stream()
                .flatMap(s -> s.announced().stream())
                .allMatch(a -> Files.exists(submissions.attachment(id, a)));
        if (submissions.find(id).isEmpty()) {
            return problem(404, "unknown-submission");
        }
        if (!complete) {
            return problem(422, "attachment-missing");
        }
        Submission submitted = submissions.change(
                id,
                s -> s.state().equals("announced")
                        ? s.submitted(
                                body.path("encryptedMetadata").asText(),
                                body.path("encryptedData").asText())
                        : s);
        caller.execute(() -> callback.announce(callbackUrl.get(), submitted));
        return Answer.json(200, submitted.json().toString());
    }

    private Answer destination(Request request) {
        return Answer.json(
                200,
                Json.object()
                        .put("destinationId", destinationId)
                        .put("status", "active")
                        .put("encryptionKid", encryptionKey.getKeyID())
                        .toString());
    }

    private Answer key(Request request) {
        return encryptionKey.getKeyID().equals(request.path().get(0))
                ? Answer.json(200, encryptionKey.toPublicJWK().toJSONString())
                : problem(404, "unknown-key");
    }

    private Answer list(Request request) {
        int offset = Integer.parseInt(request.parameter("offset", "0"));
        int limit = Math.min(PAGE, Integer.parseInt(request.parameter("limit", String.valueOf(PAGE))));
        List<Submission> waiting = submissions.waiting(request.parameter("destinationId", destinationId));
        ObjectNode page = Json.object().put("offset", offset).put("totalCount", waiting.size());
        ArrayNode entries = page.putArray("submissions");
        waiting.stream().skip(offset).limit(limit).forEach(s -> entries.addObject()
                .put("submissionId", s.id())
                .put("caseId", s.caseId())
                .put("destinationId", s.destinationId()));
        return Answer.json(200, page.put("count", entries.size()).toString());
    }

    private Answer one(Request request) {
        return submissions
                .find(request.path().get(0))
                .filter(s -> !s.state().equals("announced"))
                .map(s -> Answer.json(200, s.json().without("events").toString()))
                .orElseGet(() -> problem(404, "unknown-submission"));
    }

    private Answer attachment(Request request) {
        Path file = submissions.attachment(request.path().get(0), request.path().get(1));
        return Files.exists(file) ? Answer.file("application/jose", file) : problem(404, "unknown-attachment");
    }

    private synchronized Answer event(Request request) throws IOException {
        Submission submission = submissions.ofCase(request.path().get(0)).orElse(null);
        if (submission == null) {
            return problem(404, "unknown-case");
        }
        String token = request.text();
        EventCheck.Outcome outcome = events.check(token, submission, submissions.attachmentTags(submission));
        if (outcome instanceof EventCheck.Outcome.Good good) {
            String next = good.event().equals("accept-submission") ? "accepted" : "rejected";
            if (submission.state().equals("submitted")) {
                submissions.save(submission.answered(next, token));
                return Answer.of(204);
            }
            return submission.state().equals(next) ? Answer.of(204) : problem(409, "already-" + submission.state());
        }
        return problem(400, outcome.toString());
    }

    private Answer eventLog(Request request) {
        return submissions
                .ofCase(request.path().get(0))
                .map(s -> {
                    ObjectNode log = Json.object();
                    s.events().forEach(log.putArray("eventLog")::add);
                    return Answer.json(200, log.toString());
                })
                .orElseGet(() -> problem(404, "unknown-case"));
    }

    private Answer reply(Request request) throws IOException {
        JsonNode body = Json.read(request.text());
        String caseId = body.path("caseId").asText();
        if (body.path("replyId").asText().isEmpty() || !body.path("content").isObject()) {
            return problem(422, "replyId-or-content-missing");
        }
        if (submissions.ofCase(caseId).isEmpty()) {
            return problem(404, "unknown-case");
        }
        replies.keep(caseId, body.path("replyId").asText(), body.path("content").toString());
        return Answer.of(202);
    }

    private static Answer problem(int status, String why) {
        return Answer.bytes(
                status,
                "application/problem+json",
                Json.bytes(Json.object().put("title", why).put("status", status)));
    }

    @Override
    public void close() {
        server.close();
        caller.shutdownNow();
    }
}
