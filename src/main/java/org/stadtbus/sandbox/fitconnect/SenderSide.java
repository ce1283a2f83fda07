package org.stadtbus.sandbox.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Request;

/** What the zustelldienst answers a sender. */
final class SenderSide implements AutoCloseable {
    private final Submissions submissions;
    private final RSAKey encryptionKey;
    private final String destinationId;
    private final Callback callback;
    private final Supplier<URI> callbackUrl;
    private final ExecutorService caller = Executors.newSingleThreadExecutor();

    SenderSide(
            Submissions submissions,
            RSAKey encryptionKey,
            String destinationId,
            Callback callback,
            Supplier<URI> callbackUrl) {
        this.submissions = submissions;
        this.encryptionKey = encryptionKey;
        this.destinationId = destinationId;
        this.callback = callback;
        this.callbackUrl = callbackUrl;
    }

    Answer announce(Request request) throws IOException {
        JsonNode body = Json.read(request.text());
        if (!destinationId.equals(body.path("destinationId").asText())) {
            return FitConnectPoint.problem(422, "unknown-destination");
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

    Answer upload(Request request) {
        String id = request.path().get(0);
        String attachment = request.path().get(1);
        Submission submission = submissions.find(id).orElse(null);
        if (submission == null || !submission.announced().contains(attachment)) {
            return FitConnectPoint.problem(404, "not-announced");
        }
        if (submission.state().equals("announced")) {
            submissions.saveAttachment(id, attachment, request.body());
        }
        return Answer.of(204);
    }

    Answer submit(Request request) throws IOException {
        String id = request.path().get(0);
        JsonNode body = Json.read(request.text());
        boolean complete = submissions.find(id).stream()
                .flatMap(s -> s.announced().stream())
                .allMatch(a -> Files.exists(submissions.attachment(id, a)));
        if (submissions.find(id).isEmpty()) {
            return FitConnectPoint.problem(404, "unknown-submission");
        }
        if (!complete) {
            return FitConnectPoint.problem(422, "attachment-missing");
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

    Answer destination(Request request) {
        return Answer.json(
                200,
                Json.object()
                        .put("destinationId", destinationId)
                        .put("status", "active")
                        .put("encryptionKid", encryptionKey.getKeyID())
                        .toString());
    }

    Answer key(Request request) {
        return encryptionKey.getKeyID().equals(request.path().get(0))
                ? Answer.json(200, encryptionKey.toPublicJWK().toJSONString())
                : FitConnectPoint.problem(404, "unknown-key");
    }

    Answer eventLog(Request request) {
        return submissions
                .ofCase(request.path().get(0))
                .map(s -> {
                    ObjectNode log = Json.object();
                    s.events().forEach(log.putArray("eventLog")::add);
                    return Answer.json(200, log.toString());
                })
                .orElseGet(() -> FitConnectPoint.problem(404, "unknown-case"));
    }

    @Override
    public void close() {
        caller.shutdownNow();
    }
}
