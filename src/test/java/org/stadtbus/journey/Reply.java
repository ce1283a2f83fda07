package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.stadtbus.sandbox.Json;

/** What the hub answered over HTTP. */
record Reply(int status, String contentType, JsonNode body) {

    static Reply of(HttpResponse<String> answer) {
        return new Reply(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                Json.read(answer.body().isEmpty() ? "{}" : answer.body()));
    }

    /** A refusal as problem+json with this code and a sentence. */
    Reply isProblem(int wantedStatus, String code) {
        assertThat(status).as(body.toString()).isEqualTo(wantedStatus);
        assertThat(contentType).startsWith("application/problem+json");
        assertThat(text("code")).isEqualTo(code);
        assertThat(text("type")).isEqualTo("urn:stadtbus:problem:" + code);
        assertThat(text("detail")).matches("(?s)[A-ZÄÖÜ].*[.\\])]");
        return this;
    }

    Reply isAccepted() {
        assertThat(status).as(body.toString()).isEqualTo(202);
        return this;
    }

    String journeyId() {
        return text("journeyId");
    }

    String text(String member) {
        return body.path(member).asText();
    }
}
