package org.stadtbus.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.envelope.Message;

/** Replies to the applicant: what a state means in plain German, and the message that carries it to his channel. */
final class Replies {
    private final Catalogue catalogue;
    private final Channels channels;
    private final ObjectMapper json = new ObjectMapper();

    Replies(Catalogue catalogue, Channels channels) {
        this.catalogue = catalogue;
        this.channels = channels;
    }

    /**
     * Which procedure carries replies of which channel; a channel without one is asked by the applicant himself.
     *
     * @param replies channel → procedure id
     */
    @ConfigurationProperties("stadtbus.channels")
    record Channels(@DefaultValue Map<String, String> replies) {}

    /** The sentence the service's route.yaml has for this state, else the state's label. */
    String text(String service, JourneyState state) {
        return catalogue
                .findRoute(service)
                .flatMap(route -> route.sentence(state.code()))
                .orElse(state.label() + ".");
    }

    /** The message that tells the applicant; empty when his channel is one he asks himself. */
    Optional<Outgoing> reply(Envelope cause, JourneyState state, String text) {
        if (cause.replyTo() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(channels.replies().get(cause.channel()))
                .map(procedure -> Outgoing.delivery(catalogue.require(procedure), message(cause, state, text)));
    }

    private Message message(Envelope cause, JourneyState state, String text) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("state", state.code());
        content.put("label", state.label());
        content.put("text", text);
        Envelope e = cause.derived(
                Ids.derived(cause.messageId(), "reply", state.code()),
                "urn:stadtbus:reply:1.0",
                "application/json",
                "json");
        try {
            return new Message(e, json.writeValueAsBytes(content));
        } catch (JsonProcessingException ex) {
            throw new IllegalStateException("Three strings are always JSON", ex);
        }
    }
}
