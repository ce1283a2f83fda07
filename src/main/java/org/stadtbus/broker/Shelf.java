package org.stadtbus.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;

/**
 * Messages that lie on a queue until somebody asks for them, a person who decides or a receiver who fetches: each is taken by its
 * label, and what that leads to is sent in the same transaction. Whoever comes second, or with an old version, finds nothing.
 */
public final class Shelf {
    /** How long the broker may look through its paging files for a message, in milliseconds. */
    private static final long WAIT_MILLIS = 1000;

    private final Broker broker;

    Shelf(Broker broker) {
        this.broker = broker;
    }

    /**
     * What is written on a shelved message.
     *
     * @param caseId id of the clearing case, or of the message itself; letters, digits and {@code -}
     * @param version which state of the case, or which replay of the message, this is
     */
    public record Label(String caseId, long version) {
        private static final String CASE = "case";
        private static final String VERSION = "version";

        /** Refuses ids that could mean something in a selector. */
        public Label {
            if (!caseId.matches("[A-Za-z0-9-]{1,100}")) {
                throw HubException.rejected("unknown-case", "Diesen Klärfall gibt es nicht.");
            }
        }

        void writeTo(Message wire) throws JMSException {
            wire.setStringProperty(CASE, caseId);
            wire.setLongProperty(VERSION, version);
        }

        String selector() {
            return CASE + " = '" + caseId + "' AND " + VERSION + " = " + version;
        }
    }

    /** What became of a wish to take a message. */
    public enum Outcome {
        /** Taken, and everything sent. */
        DONE,
        /** No such message, or somebody else has it in hand; nothing happened. */
        NOT_THERE,
        /** The broker knew one of the duplicate keys: something of it was sent before. Nothing happened, the message stays. */
        SENT_BEFORE
    }

    /** A message taken off the shelf, not yet committed. */
    public interface Taken {
        /** Its envelope. */
        Envelope envelope();

        /**
         * The whole message.
         *
         * @throws HubException permanent ({@code payload-gone}) when the vault has forgotten its payload
         */
        org.stadtbus.envelope.Message message();
    }

    /** Decides what a taken message leads to; throws to leave it where it is. */
    @FunctionalInterface
    public interface Decision {
        /** What to send; it commits together with the consumption. */
        Outbox decide(Taken taken);
    }

    /**
     * Takes exactly this message, has it decided about, and sends the outbox, in one transaction.
     *
     * @throws HubException what the decision throws, or transient when the broker does not confirm; the message stays
     */
    public Outcome take(String queue, Label label, Decision decision) {
        // closing a session that was not committed rolls back: a crash or a throw in here leaves the message on the
        // shelf
        try (Session session = broker.session();
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue), label.selector())) {
            Message wire = consumer.receive(WAIT_MILLIS);
            if (wire == null) {
                return Outcome.NOT_THERE;
            }
            broker.write(session, session.createProducer(null), decision.decide(new OnWire(wire)));
            session.commit();
            return Outcome.DONE;
        } catch (JMSException e) {
            if (Broker.isDuplicate(e)) {
                return Outcome.SENT_BEFORE;
            }
            throw unavailable(e);
        }
    }

    /**
     * The message with this label; it stays where it is. Empty when it is not there or somebody has it in hand.
     *
     * @throws HubException transient when the broker does not answer
     */
    public Optional<org.stadtbus.envelope.Message> look(String queue, Label label) {
        try {
            Session session = broker.session();
            try (QueueBrowser browser = session.createBrowser(session.createQueue(queue), label.selector())) {
                Enumeration<?> found = browser.getEnumeration();
                return found.hasMoreElements()
                        ? Optional.of(new OnWire((Message) found.nextElement()).message())
                        : Optional.empty();
            } finally {
                // a connector looks a note up while it has the message to be delivered in hand
                broker.end(session);
            }
        } catch (JMSException e) {
            throw unavailable(e);
        }
    }

    /**
     * The message that came last to a queue; empty when there is none.
     *
     * @throws HubException transient when the broker does not answer
     */
    Optional<org.stadtbus.envelope.Message> last(String queue) {
        try (Session session = broker.session();
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            List<?> all = Collections.list(browser.getEnumeration());
            return all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OnWire((Message) all.get(all.size() - 1)).message());
        } catch (JMSException e) {
            throw unavailable(e);
        }
    }

    /**
     * Envelopes of what lies on a queue and nobody has in hand, oldest first.
     *
     * @param most how many at most
     * @throws HubException transient when the broker does not answer
     */
    public List<Envelope> contents(String queue, int most) {
        List<Envelope> all = new ArrayList<>();
        try (Session session = broker.session();
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> found = browser.getEnumeration();
            while (all.size() < most && found.hasMoreElements()) {
                all.add(new OnWire((Message) found.nextElement()).envelope());
            }
            return all;
        } catch (JMSException e) {
            throw unavailable(e);
        }
    }

    private static HubException unavailable(JMSException e) {
        return HubException.temporary("broker-unavailable", "Die Warteschlange ist zurzeit nicht erreichbar.", e);
    }

    private final class OnWire implements Taken {
        private final Message wire;

        private OnWire(Message wire) {
            this.wire = wire;
        }

        @Override
        public Envelope envelope() {
            try {
                return broker.format().envelope(wire);
            } catch (JMSException e) {
                throw unavailable(e);
            }
        }

        @Override
        public org.stadtbus.envelope.Message message() {
            try {
                return broker.format().read(wire);
            } catch (JMSException e) {
                throw unavailable(e);
            }
        }
    }
}
