package org.stadtbus.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Journal events as JSON: on the queue, in the database and under the hash chain. Equal events give equal text (properties in
 * alphabetical order, times as ISO 8601, no white space), so that the text can be hashed.
 */
@Component
public final class JournalCodec {
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The event as canonical JSON. */
    public String write(JournalEvent event) {
        return text(event);
    }

    /**
     * The event behind this JSON.
     *
     * @throws HubException permanent ({@code unreadable-event}) when the text is no event
     */
    public JournalEvent read(String text) {
        return value(text, JournalEvent.class, "unreadable-event", "Ein Journaleintrag ist nicht lesbar.");
    }

    /** Whatever this text is as JSON; empty when it is none. */
    Optional<JsonNode> tree(String text) {
        try {
            return Optional.ofNullable(json.readTree(text));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    String writeEnvelope(Envelope envelope) {
        return text(envelope);
    }

    Envelope readEnvelope(String text) {
        return value(text, Envelope.class, "unreadable-envelope", "Ein Umschlag im Journal ist nicht lesbar.");
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Events and envelopes are always JSON", e);
        }
    }

    private <T> T value(String text, Class<T> type, String problemCode, String sentence) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new HubException(FailureKind.PERMANENT, problemCode, sentence, e);
        }
    }
}
