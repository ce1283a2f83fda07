package org.stadtbus.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.mapping.Mapping;

/**
 * {@code hub:reply?state=<code>} sets the journey's state; {@code hub:reply?mapping=<id>} lets a mapping read it out of an
 * answer: it gives JSON {@code {"state", "text"}}, or only {@code text} when the answer changes no state. The procedure that handed
 * the application in gets the answer itself ({@link ReturnedAnswers}).
 */
final class ReplyStep {
    private final Replies replies;
    private final ReturnedAnswers returned;
    private final Source source;
    private final ObjectMapper json = new ObjectMapper();

    /** Where the state comes from. */
    sealed interface Source {
        /** Named in the route. */
        record Fixed(JourneyState state) implements Source {}

        /** Read by a mapping. */
        record Mapped(Mapping mapping, MappingContexts contexts) implements Source {}
    }

    ReplyStep(Replies replies, ReturnedAnswers returned, Source source) {
        this.replies = replies;
        this.returned = returned;
        this.source = source;
    }

    void perform(Hop hop) {
        if (source instanceof Source.Fixed fixed) {
            tell(hop, fixed.state(), replies.text(hop.envelope().service(), fixed.state()));
        } else if (source instanceof Source.Mapped mapped) {
            JsonNode answer = read(hop, mapped);
            String text = answer.path("text").asText();
            Optional.of(answer.path("state").asText())
                    .filter(code -> !code.isEmpty())
                    .map(JourneyState::of)
                    .ifPresentOrElse(
                            state -> answer(hop, state, text), () -> hop.journal(EventType.ANSWERED, "stadtbus", text));
        }
    }

    private JsonNode read(Hop hop, Source.Mapped mapped) {
        Envelope e = hop.envelope();
        byte[] made = mapped.mapping()
                .apply(
                        hop.current().payload(),
                        hop.tree(),
                        mapped.contexts()
                                .of(
                                        e,
                                        Ids.derived(
                                                e.messageId(), mapped.mapping().id())))
                .bytes();
        try {
            return json.readTree(made);
        } catch (IOException ex) {
            throw HubException.permanent(
                    "reply-not-json", "Die Abbildung " + mapped.mapping().id() + " hat kein lesbares JSON ergeben.");
        }
    }

    private void answer(Hop hop, JourneyState state, String text) {
        tell(hop, state, text);
        returned.of(hop).ifPresent(hop::send);
    }

    private void tell(Hop hop, JourneyState state, String text) {
        hop.journalState(EventType.STATE, "stadtbus", text, state);
        replies.reply(hop.envelope(), state, text).ifPresent(hop::send);
    }
}
