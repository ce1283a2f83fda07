package org.stadtbus.sandbox.fitconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Request;

/** What the zustelldienst answers the subscriber. */
final class SubscriberSide {
    private static final int PAGE = 10;

    private final Submissions submissions;
    private final Replies replies;
    private final EventCheck events;
    private final String destinationId;

    SubscriberSide(Submissions submissions, Replies replies, EventCheck events, String destinationId) {
        this.submissions = submissions;
        this.replies = replies;
        this.events = events;
        this.destinationId = destinationId;
    }

    Answer list(Request request) {
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

    Answer one(Request request) {
        return submissions
                .find(request.path().get(0))
                .filter(s -> !s.state().equals("announced"))
                .map(s -> Answer.json(200, s.json().without("events").toString()))
                .orElseGet(() -> FitConnectPoint.problem(404, "unknown-submission"));
    }

    Answer attachment(Request request) {
        Path file = submissions.attachment(request.path().get(0), request.path().get(1));
        return Files.exists(file)
                ? Answer.file("application/jose", file)
                : FitConnectPoint.problem(404, "unknown-attachment");
    }

    synchronized Answer event(Request request) throws IOException {
        Submission submission = submissions.ofCase(request.path().get(0)).orElse(null);
        if (submission == null) {
            return FitConnectPoint.problem(404, "unknown-case");
        }
        String token = request.text();
        EventCheck.Outcome outcome = events.check(token, submission, submissions.attachmentTags(submission));
        if (outcome instanceof EventCheck.Outcome.Good good) {
            String next = good.event().equals("accept-submission") ? "accepted" : "rejected";
            if (submission.state().equals("submitted")) {
                submissions.save(submission.answered(next, token));
                return Answer.of(204);
            }
            return submission.state().equals(next)
                    ? Answer.of(204)
                    : FitConnectPoint.problem(409, "already-" + submission.state());
        }
        return FitConnectPoint.problem(400, outcome.toString());
    }

    Answer reply(Request request) throws IOException {
        JsonNode body = Json.read(request.text());
        String caseId = body.path("caseId").asText();
        if (body.path("replyId").asText().isEmpty() || !body.path("content").isObject()) {
            return FitConnectPoint.problem(422, "replyId-or-content-missing");
        }
        if (submissions.ofCase(caseId).isEmpty()) {
            return FitConnectPoint.problem(404, "unknown-case");
        }
        replies.keep(caseId, body.path("replyId").asText(), body.path("content").toString());
        return Answer.of(202);
    }
}
