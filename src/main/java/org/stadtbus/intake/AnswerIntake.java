package org.stadtbus.intake;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Broker;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.pressure.Gate;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/** Where procedures hand in their answers: durable first, judged by the route afterwards. */
@Component
public class AnswerIntake {
    private final Catalogue catalogue;
    private final Standards standards;
    private final IntakeProperties properties;
    private final Gate room;
    private final AnswerRefusals refusals;
    private final AnswerQueue queue;

    AnswerIntake(
            Broker broker,
            Catalogue catalogue,
            Standards standards,
            JournalQueries journal,
            IntakeProperties properties,
            Gate room,
            Clock clock) {
        this.catalogue = catalogue;
        this.standards = standards;
        this.properties = properties;
        this.room = room;
        AnswerEnvelopes envelopes = new AnswerEnvelopes(clock);
        this.refusals = new AnswerRefusals(broker, envelopes, clock);
        this.queue = new AnswerQueue(broker, standards, journal, envelopes, refusals);
    }

    /**
     * The hub's id of what a procedure hands in.
     *
     * @param ownId id by which the procedure names it
     */
    public static String messageId(String procedureId, String ownId) {
        return Ids.derived(procedureId, ownId);
    }

    /** Largest answer that is taken, in bytes. */
    public long maxAnswer() {
        return properties.maxAnswer().toBytes();
    }

    /**
     * Puts an answer durably on the procedure's queue. The same answer goes on only once, unless the first was refused: same message
     * id in its header, else same duplicate key, bytes and files. A message id that comes again with other bytes or files is
     * refused ({@code message-id-reused}). A refusal is journalled.
     *
     * @return the hub's message id of the answer
     * @throws HubException rejected when it is empty, too large or has the message id of another; transient when the hub takes nothing
     *     at the moment, the broker does not confirm, or nobody can say at the moment whether it is a repetition
     */
    public String takeIn(Incoming incoming) {
        room.requireRoom();
        Procedure procedure = catalogue.require(incoming.procedure());
        checkSize(incoming);
        return queue.put(procedure, incoming);
    }

    /**
     * As {@link #takeIn}, for senders who wait for the answer: what is not valid is journalled and refused on the spot.
     *
     * @throws HubException rejected, with what is wrong, when the bytes are not valid against the procedure's standard
     */
    public String takeInChecked(Incoming incoming) {
        room.requireRoom();
        Procedure procedure = catalogue.require(incoming.procedure());
        checkSize(incoming);
        try {
            procedure
                    .connection()
                    .flatMap(Connection::standard)
                    .ifPresent(standard -> check(standard, incoming.bytes()));
        } catch (HubException e) {
            throw e.kind() == FailureKind.REJECTED ? refusals.of(incoming, incoming.identity(), e) : e;
        }
        return queue.put(procedure, incoming);
    }

    private void check(String standard, byte[] bytes) {
        if (standards.validate(standard, bytes) instanceof ValidationResult.Invalid invalid) {
            throw HubException.rejected("schema-violation", invalid.sentence());
        }
    }

    /**
     * Journals that an answer is too large to be read at all.
     *
     * @param size its size in bytes as the source announces it
     * @return the refusal, to be thrown
     */
    public RefusedAnswer refuseUnread(String procedureId, String externalReference, long size) {
        String identity = Ids.derived(externalReference, String.valueOf(size));
        return refusals.of(Incoming.xml(procedureId, externalReference, new byte[0]), identity, tooLarge());
    }

    /**
     * Journals that a source could not read what it found.
     *
     * @param incoming what is known of it, without bytes
     * @return the refusal, to be thrown
     */
    public RefusedAnswer refuseUnread(Incoming incoming, HubException why) {
        return refusals.of(
                incoming, Ids.derived(incoming.externalReference(), incoming.identity(), why.problemCode()), why);
    }

    private void checkSize(Incoming incoming) {
        if (incoming.bytes().length == 0 && incoming.attachments().isEmpty()) {
            HubException why = HubException.rejected("empty", "Die Nachricht ist leer.");
            throw refusals.of(incoming, Ids.derived(incoming.externalReference(), incoming.identity()), why);
        }
        if (incoming.bytes().length > maxAnswer()) {
            throw refusals.of(incoming, incoming.identity(), tooLarge());
        }
    }

    /** Why an answer above {@link #maxAnswer} is refused. */
    public HubException tooLarge() {
        return HubException.rejected(
                "too-large",
                "Die Nachricht ist größer als " + properties.maxAnswer().toMegabytes() + " MB.");
    }
}
