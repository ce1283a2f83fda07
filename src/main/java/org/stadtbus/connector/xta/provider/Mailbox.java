package org.stadtbus.connector.xta.provider;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.Shelf;
import org.stadtbus.connector.xta.provider.MessageIds.Mail;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;

/** What waits for procedures until they say that they have it; on the broker, one queue each. */
final class Mailbox {
    /** So many of a mailbox are looked at; what lies behind them shows when they are fetched. */
    private static final int MOST = 5000;

    private final Broker broker;
    private final Clock clock;

    Mailbox(Broker broker, Clock clock) {
        this.broker = broker;
        this.clock = clock;
    }

    /** Puts a message in; one that was put in before, by its id and replay, is not put in again. */
    void put(String procedure, Message message) {
        Envelope envelope = message.envelope();
        broker.send(new Outbox()
                .send(Outgoing.shelved(
                        Queues.mailbox(procedure), message, new Shelf.Label(envelope.messageId(), envelope.replay()))));
    }

    /** What lies there, oldest first, at most 5,000. */
    List<Envelope> contents(String procedure) {
        return broker.shelf().contents(Queues.mailbox(procedure), MOST);
    }

    Optional<Message> look(String procedure, Mail mail) {
        return broker.shelf().look(Queues.mailbox(procedure), label(mail));
    }

    /** Takes a message out for good and journals that its receiver has it; nothing happens when it is not there. */
    void received(String procedure, Mail mail) {
        broker.shelf().take(Queues.mailbox(procedure), label(mail), taken -> new Outbox()
                .journal(new JournalEvent(
                        Ids.derived(taken.envelope().messageId(), "fetched", procedure, "" + mail.replay()),
                        EventType.FETCHED,
                        Instant.now(clock),
                        procedure,
                        "Aus dem XTA-Postfach abgeholt.",
                        null,
                        taken.envelope(),
                        null)));
    }

    private static Shelf.Label label(Mail mail) {
        return new Shelf.Label(mail.messageId(), mail.replay());
    }
}
