package org.stadtbus.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
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
import org.stadtbus.standards.MessageHeader;

/** A procedure's answer that is wrong: the procedure gets a rejection message made by a mapping, e.g. XBau 1100. */
final class AnswerRejection implements Rejection {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern TYPE = Pattern.compile("[0-9]{4}");

    private final Mapping mapping;
    private final MappingContexts contexts;
    private final String authorRole;
    private final Function<byte[], MessageHeader> header;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param authorRole role of the answer's author in the directory, who gets the rejection
     * @param header reads what can be read of a refused message; {@link MessageHeader#none()} when nothing can
     */
    AnswerRejection(
            Mapping mapping, MappingContexts contexts, String authorRole, Function<byte[], MessageHeader> header) {
        this.mapping = mapping;
        this.contexts = contexts;
        this.authorRole = authorRole;
        this.header = header;
    }

    @Override
    public void answer(Hop hop, HubException why, Outbox outbox) {
        Message original = hop.received().message();
        outbox.send(message(original, hop.envelope(), why));
        boolean joined = !hop.envelope().service().isEmpty() && !hop.begins();
        outbox.journal(
                new JournalEvent(
                        Ids.derived(original.envelope().messageId(), "rejected"),
                        EventType.REJECTED,
                        Instant.now(hop.clock()),
                        original.envelope().channel(),
                        (hop.begins() ? "Antrag" : "Antwort") + " zurückgewiesen: " + why.sentence(),
                        joined ? null : JourneyState.REJECTED,
                        hop.envelope(),
                        Hop.payloadRef(original)),
                original.payload());
    }

    /**
     * The rejection on its way to the procedure; for the same answer it is the same message. Files of the answer do not go back.
     *
     * @param original the answer; empty when it was not even read
     * @param joined the answer's envelope as far as the route had come with it
     * @throws HubException permanent when the mapping cannot make one
     */
    Outgoing message(Message original, Envelope joined, HubException why) {
        String id = Ids.derived(original.envelope().messageId(), mapping.id());
        MappingResult made = mapping.apply(describe(original, why), contexts.of(joined, id));
        Envelope envelope =
                joined.withoutAttachments().derived(id, made.messageType(), made.contentType(), made.extension());
        Message message = new Message(envelope, made.bytes());
        return Outgoing.delivery(original.envelope().channel(), message, true);
    }

    private byte[] describe(Message original, HubException why) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("reason", why.sentence());
        content.put("code", why.problemCode());
        content.put("originalBase64", Base64.getEncoder().encodeToString(original.payload()));
        content.put("authorRole", authorRole);
        MessageHeader read = header.apply(original.payload());
        put(content, "originalMessageId", read.messageId(), UUID);
        put(content, "originalMessageType", read.type(), TYPE);
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings are always JSON", e);
        }
    }

    /** What a refused message says of itself is repeated only in the form the rejection may have. */
    private static void put(Map<String, String> content, String name, Optional<String> value, Pattern form) {
        value.filter(text -> form.matcher(text).matches()).ifPresent(text -> content.put(name, text));
    }
}
