package org.stadtbus.flow;

import java.time.Clock;
import java.time.Instant;
import net.sf.saxon.s9api.XdmNode;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Received;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalEvent.PayloadRef;

/**
 * One message's way through one route: what came in, what it has become, what it leads to. Used by one thread at a time.
 */
public final class Hop {
    private static final String PROPERTY = "stadtbus.hop";

    private final Received received;
    private final String queue;
    private final Clock clock;
    private final Outbox outbox = new Outbox();
    private Message current;
    private @Nullable XdmNode tree;
    private int steps;
    private String failingStep = "";
    private boolean begins;

    /** @param queue where the message was taken from */
    Hop(Received received, String queue, Clock clock) {
        this.received = received;
        this.queue = queue;
        this.current = received.message();
        this.clock = clock;
    }

    /**
     * The hop of this exchange.
     *
     * @throws HubException permanent when the route does not begin with {@code hub:from}
     */
    static Hop of(Exchange exchange) {
        Hop hop = exchange.getProperty(PROPERTY, Hop.class);
        if (hop == null) {
            throw HubException.permanent(
                    "route-without-from", "Der Schritt braucht eine Linie, die mit hub:from beginnt.");
        }
        return hop;
    }

    /** Notes on the exchange's hop, where it has one, which step threw. */
    static void note(Exchange exchange, String step) {
        Hop hop = exchange.getProperty(PROPERTY, Hop.class);
        if (hop != null) {
            hop.failedAt(step);
        }
    }

    void travelWith(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
        show(exchange);
    }

    /** Puts the current payload into the exchange, for Camel steps between ours. */
    void show(Exchange exchange) {
        exchange.getIn().setBody(current.payload());
        exchange.getIn().setHeader("StadtbusMessageType", current.envelope().messageType());
    }

    Received received() {
        return received;
    }

    Message current() {
        return current;
    }

    Envelope envelope() {
        return current.envelope();
    }

    /** True while the payload is still what the sender sent, so that its faults are the sender's. */
    boolean asSent() {
        return current.envelope()
                .messageId()
                .equals(received.message().envelope().messageId());
    }

    String queue() {
        return queue;
    }

    /** Notes which step of the route threw. */
    void failedAt(String step) {
        failingStep = step;
    }

    /** The step that threw; empty when it was none of the hub's. */
    String failingStep() {
        return failingStep;
    }

    void become(Message next) {
        current = next;
        tree = null;
    }

    /** Keeps the current payload as a tree for the next step that reads it. */
    void keep(@Nullable XdmNode readTree) {
        tree = readTree;
    }

    /** The current payload as a tree, where a step before has read it. */
    @Nullable
    XdmNode tree() {
        return tree;
    }

    void relabel(Envelope envelope) {
        current = new Message(envelope, current.payload());
    }

    /** Begins a journey with the current message under this envelope. */
    void begin(Envelope envelope) {
        relabel(envelope);
        begins = true;
        outbox.journal(
                event(
                        EventType.RECEIVED,
                        envelope.channel(),
                        "Antrag eingegangen.",
                        JourneyState.RECEIVED,
                        payloadRef(current)),
                current.payload());
    }

    /** Notes that the journey began with an earlier hop of the same message. */
    void beganBefore() {
        begins = true;
    }

    /** True when the journey began with this message, so that a refusal of its message ends it. */
    boolean begins() {
        return begins;
    }

    void send(Outgoing outgoing) {
        outbox.send(outgoing);
    }

    /** Journals a step about the current message. */
    void journal(EventType type, String system, String sentence) {
        outbox.journal(event(type, system, sentence, null, null));
    }

    /** Journals a step that brings a new payload: the current one. */
    void journalWithPayload(EventType type, String system, String sentence) {
        outbox.journal(event(type, system, sentence, null, payloadRef(current)), current.payload());
    }

    /** Journals a new state of the journey. */
    void journalState(EventType type, String system, String sentence, JourneyState state) {
        outbox.journal(event(type, system, sentence, state, null));
    }

    private JournalEvent event(
            EventType type,
            String system,
            String sentence,
            @Nullable JourneyState state,
            @Nullable PayloadRef payload) {
        Envelope taken = received.message().envelope();
        String id = Ids.derived(
                taken.messageId(), "step" + taken.replayMark(), String.valueOf(steps++), type.name(), system);
        return new JournalEvent(id, type, Instant.now(clock), system, sentence, state, envelope(), payload);
    }

    /** Where the payload of this message lies. */
    public static PayloadRef payloadRef(Message message) {
        Envelope e = message.envelope();
        return new PayloadRef(
                Ids.sha256(message.payload()),
                message.payload().length,
                e.contentType(),
                e.messageId() + "." + e.extension());
    }

    Outbox outbox() {
        return outbox;
    }

    Clock clock() {
        return clock;
    }
}
