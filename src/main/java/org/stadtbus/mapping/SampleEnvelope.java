package org.stadtbus.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;

/**
 * The envelope samples run with; {@code <case>.envelope.json} overrides single fields of it.
 *
 * @param messageId as in {@link MappingContext}, likewise the others
 * @param createdAt ISO instant
 */
record SampleEnvelope(
        @Nullable String messageId,
        @Nullable String parentMessageId,
        @Nullable String journeyId,
        @Nullable String service,
        @Nullable String channel,
        @Nullable String createdAt,
        @Nullable String businessKey,
        @Nullable String replyTo,
        @Nullable List<SampleAttachment> attachments) {

    record SampleAttachment(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String filename,
            @JsonProperty(required = true) String contentType,
            @JsonProperty(required = true) String purpose,
            @JsonProperty(required = true) long size,
            @JsonProperty(required = true) String sha256) {
        Attachment attachment() {
            return new Attachment(id, filename, contentType, purpose, size, sha256);
        }
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static MappingContext context(String overrides) {
        try {
            return JSON.readValue(overrides, SampleEnvelope.class).context();
        } catch (JsonProcessingException e) {
            throw HubException.permanent(
                    "sample-envelope", "Der Umschlag eines Beispiels ist falsch: " + e.getOriginalMessage());
        }
    }

    private MappingContext context() {
        return new MappingContext(
                or(messageId, "5bd3c1a0-0000-8000-8000-000000000001"),
                or(parentMessageId, "5bd3c1a0-0000-8000-8000-000000000002"),
                or(journeyId, "5bd3c1a0-0000-8000-8000-000000000003"),
                or(service, "99012018001000"),
                or(channel, "fit-connect"),
                Instant.parse(or(createdAt, "2026-03-02T09:30:00Z")),
                businessKey,
                replyTo,
                attachments == null
                        ? List.of()
                        : attachments.stream().map(SampleAttachment::attachment).toList());
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
