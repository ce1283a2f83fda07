package org.stadtbus.sandbox.fitconnect;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Handler;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.token.TokenIssuer;

/** FIT-Connect zustelldienst with one zustellpunkt: the sender's and the subscriber's side of its REST API. */
public final class FitConnectPoint implements AutoCloseable {
    private static final String CASE = "/v2/cases/([0-9a-f-]{36})";
    private static final String SUBMISSION = "/v2/submissions/([0-9a-f-]{36})";

    private final Submissions submissions;
    private final Replies replies;
    private final SenderSide sender;
    private final SubscriberSide subscriber;
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
        this.sender = new SenderSide(
                submissions, keys.encryption(), destinationId, new Callback(callbackSecret), callbackUrl);
        this.subscriber = new SubscriberSide(submissions, replies, new EventCheck(keys.event()), destinationId);
        this.server = routes(new LocalServer(port), issuer).start();
    }

    /** The subscriber's public keys. */
    public record Keys(RSAKey encryption, RSAKey event) {}

    private LocalServer routes(LocalServer local, TokenIssuer issuer) {
        return local.on("POST", "/v2/submissions", guarded(issuer, "send", sender::announce))
                .on("PUT", SUBMISSION + "/attachments/([\\w-]+)", guarded(issuer, "send", sender::upload))
                .on("PUT", SUBMISSION, guarded(issuer, "send", sender::submit))
                .on("GET", "/v2/destinations/([\\w-]+)", guarded(issuer, "send", sender::destination))
                .on("GET", "/v2/destinations/[\\w-]+/keys/([\\w-]+)", guarded(issuer, "send", sender::key))
                .on("GET", "/v2/submissions", guarded(issuer, "subscribe", subscriber::list))
                .on("GET", SUBMISSION, guarded(issuer, "subscribe", subscriber::one))
                .on("GET", SUBMISSION + "/attachments/([\\w-]+)", guarded(issuer, "subscribe", subscriber::attachment))
                .on("POST", CASE + "/events", guarded(issuer, "subscribe", subscriber::event))
                .on("GET", CASE + "/events", guarded(issuer, "send", sender::eventLog))
                .on("POST", "/v2/replies", guarded(issuer, "subscribe", subscriber::reply));
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

    /** An error as problem+json. */
    static Answer problem(int status, String why) {
        return Answer.bytes(
                status,
                "application/problem+json",
                Json.bytes(Json.object().put("title", why).put("status", status)));
    }

    @Override
    public void close() {
        server.close();
        sender.close();
    }
}
