package org.stadtbus.intake;

import java.util.stream.Stream;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.standards.MessageHeader;
import org.stadtbus.standards.Standards;

/** Puts answers on the queue of their procedure, each once: the message id of its standard says which one it is. */
final class AnswerQueue {
    private final Broker broker;
    private final Standards standards;
    private final AnswerEnvelopes envelopes;
    private final AnswerRefusals refusals;
    private final KnownAnswers known;

    AnswerQueue(
            Broker broker,
            Standards standards,
            JournalQueries journal,
            AnswerEnvelopes envelopes,
            AnswerRefusals refusals) {
        this.broker = broker;
        this.standards = standards;
        this.envelopes = envelopes;
        this.refusals = refusals;
        this.known = new KnownAnswers(broker, journal);
    }

    /**
     * Durable when it returns; what came before is not put there again.
     *
     * @return the hub's message id of the answer
     * @throws RefusedAnswer when another message was taken in under its message id
     * @throws HubException transient when the broker does not confirm, or when neither it nor the journal can say at the moment
     *     what came before
     */
    String put(Procedure procedure, Incoming incoming) {
        MessageHeader header = header(procedure, incoming.bytes());
        String group = group(header);
        return header.messageId().isPresent()
                ? putNamed(
                        incoming,
                        AnswerIntake.messageId(
                                procedure.id(), header.messageId().get()),
                        group)
                : putOnce(incoming, AnswerIntake.messageId(procedure.id(), incoming.identity()), group);
    }

    /** Its id says nothing of its content, which is therefore noted in the same transaction. */
    private String putNamed(Incoming incoming, String id, String group) {
        Outbox outbox =
                new Outbox().send(outgoing(incoming, id, group)).send(KnownAnswers.note(id, incoming.content()));
        if (broker.send(outbox)) {
            return id;
        }
        if (known.wasRefused(id)) {
            return correction(incoming, id, group);
        }
        if (known.content(id).equals(incoming.content())) {
            return id;
        }
        throw refusals.ofReusedId(incoming);
    }

    private String putOnce(Incoming incoming, String id, String group) {
        if (!broker.send(new Outbox().send(outgoing(incoming, id, group))) && known.wasRefused(id)) {
            return correction(incoming, id, group);
        }
        return id;
    }

    /** A refused answer that comes again, corrected but with its old message id, is not a repetition. */
    private String correction(Incoming incoming, String id, String group) {
        String corrected = Ids.derived(id, incoming.content());
        return broker.send(new Outbox().send(outgoing(incoming, corrected, group))) ? corrected : id;
    }

    private Outgoing outgoing(Incoming incoming, String id, String group) {
        Message message = new Message(envelopes.of(incoming, id), incoming.bytes());
        return new Outgoing(Queues.answers(incoming.procedure()), message, id, group);
    }

    /** Answers of one case are handled one after the other: by what all of them repeat, as far as the standard has it. */
    private static String group(MessageHeader header) {
        return Stream.of(header.caseIds().stream(), header.businessKey().stream(), header.references().stream())
                .flatMap(names -> names)
                .findFirst()
                .orElse("");
    }

    private MessageHeader header(Procedure procedure, byte[] bytes) {
        try {
            return procedure
                    .connection()
                    .flatMap(Connection::standard)
                    .map(standard -> standards.header(standard, bytes))
                    .orElseGet(MessageHeader::none);
        } catch (HubException unreadable) {
            // the route's validation words the refusal; here only identity and order are at stake
            return MessageHeader.none();
        }
    }
}
