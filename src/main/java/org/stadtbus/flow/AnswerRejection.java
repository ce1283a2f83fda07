package org.stadtbus.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.mapping.Mapping;
import org.stadtbus.mapping.MappingResult;

/** A procedure's answer that is wrong: the procedure gets a rejection message made by a mapping, e.g. XBau 1100. */
final class AnswerRejection implements Rejection {
    private final Mapping mapping;
    private final MappingContexts contexts;
    private final ObjectMapper json = new ObjectMapper();

    AnswerRejection(Mapping mapping, MappingContexts contexts) {
        this.mapping = mapping;
        this.contexts = contexts;
    }

    @Override
    public void answer(Hop hop, HubException why, Outbox outbox) {
        Envelope original = hop.received().message().envelope();
        String id = Ids.derived(original.messageId(), mapping.id());
        MappingResult made = mapping.apply(describe(hop, why), contexts.of(hop.envelope(), id));
        Message message = new Message(
                hop.envelope().derived(id, made.messageType(), made.contentType(), made.extension()), made.bytes());
        boolean joined = !hop.envelope().service().isEmpty();
        outbox.send(Outgoing.delivery(original.channel(), message, true));
        outbox.journal(
                new JournalEvent(
                        Ids.derived(original.messageId(), "rejected"),
                        EventType.REJECTED,
                        Instant.now(hop.clock()),
                        original.channel(),
                        "Antwort zurückgewiesen: " + why.sentence(),
                        joined ? null : JourneyState.REJECTED,
                        hop.envelope(),
                        Hop.payloadRef(hop.received().message())),
                hop.received().message().payload());
    }

    private byte[] describe(Hop hop, HubException why) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("reason", why.sentence());
        content.put("code", why.problemCode());
        content.put(
                "originalBase64",
                Base64.getEncoder().encodeToString(hop.received().message().payload()));
        content.put("originalMessageId", hop.received().message().envelope().messageId());
        content.put("authorRole", hop.received().message().envelope().channel());
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings are always JSON", e);
        }
    }
}
