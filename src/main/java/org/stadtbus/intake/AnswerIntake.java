package org.stadtbus.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.pressure.Gate;
import org.stadtbus.standards.MessageHeader;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/** Where procedures hand in their answers: durable first, judged by the route afterwards. */
@Component
public class AnswerIntake {
    private final Broker broker;
    private final Catalogue catalogue;
    private final Standards standards;
    private final JournalQueries journal;
    private final IntakeProperties properties;
    private final Gate room;
    private final AnswerRefusals refusals;
    private final Clock clock;

    AnswerIntake(
            Broker broker,
            Catalogue catalogue,
            Standards standards,
            JournalQueries journal,
            IntakeProperties properties,
            Gate room,
            Clock clock) {
        this.broker = broker;
        this.catalogue = catalogue;
        this.standards = standards;
        this.journal = journal;
        this.properties = properties;
        this.room = room;
        this.refusals = new AnswerRefusals(broker, clock);
        this.clock = clock;
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
     * id in its header, else same duplicate key, bytes and files. A refusal is journalled.
     *
     * @return the hub's message id of the answer
     * @throws HubException rejected when it is empty or too large, transient when the hub takes nothing at the moment or the broker
     *     does not confirm
     */
    public String takeIn(Incoming incoming) {
        room.requireRoom();
        Procedure procedure = catalogue.require(incoming.procedure());
        checkSize(incoming);
        return send(procedure, incoming);
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
            throw e.kind() == FailureKind.REJECTED ? refused(incoming, incoming.identity(), e) : e;
        }
        return send(procedure, incoming);
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
        return refused(Incoming.xml(procedureId, externalReference, new byte[0]), identity, tooLarge());
    }

    /**
     * Journals that a source could not read what it found.
     *
     * @param incoming what is known of it, without bytes
     * @return the refusal, to be thrown
     */
    public RefusedAnswer refuseUnread(Incoming incoming, HubException why) {
        return refused(
                incoming, Ids.derived(incoming.externalReference(), incoming.identity(), why.problemCode()), why);
    }

    private void checkSize(Incoming incoming) {
        if (incoming.bytes().length == 0 && incoming.attachments().isEmpty()) {
            HubException why = HubException.rejected("empty", "Die Nachricht ist leer.");
            throw refused(incoming, Ids.derived(incoming.externalReference(), incoming.identity()), why);
        }
        if (incoming.bytes().length > maxAnswer()) {
            throw refused(incoming, incoming.identity(), tooLarge());
        }
    }

    private HubException tooLarge() {
        return HubException.rejected(
                "too-large",
                "Die Nachricht ist größer als " + properties.maxAnswer().toMegabytes() + " MB.");
    }

    private RefusedAnswer refused(Incoming incoming, String identity, HubException why) {
        return refusals.of(envelope(incoming, Ids.derived(incoming.procedure(), identity)), why);
    }

    private String send(Procedure procedure, Incoming incoming) {
        MessageHeader header = header(procedure, incoming.bytes());
        String id = messageId(procedure.id(), header.messageId().orElseGet(() -> incoming.identity()));
        String group = group(header);
        if (!sent(incoming, id, group) && wasRefused(id)) {
            String corrected = Ids.derived(id, incoming.content());
            return sent(incoming, corrected, group) ? corrected : id;
        }
        return id;
    }

    private boolean sent(Incoming incoming, String id, String group) {
        Message message = new Message(envelope(incoming, id), incoming.bytes());
        return broker.send(new Outbox().send(new Outgoing(Queues.answers(incoming.procedure()), message, id, group)));
    }

    /** Answers of one case are handled one after the other: by what all of them repeat, as far as the standard has it. */
    private static String group(MessageHeader header) {
        return Stream.of(header.caseIds().stream(), header.businessKey().stream(), header.references().stream())
                .flatMap(names -> names)
                .findFirst()
                .orElse("");
    }

    /** A refused answer that comes again, corrected but with its old message id, is not a repetition. */
    private boolean wasRefused(String id) {
        try {
            return journal.message(id).map(Envelope::journeyId).stream()
                    .flatMap(journey -> journal.steps(journey).stream())
                    .anyMatch(step -> step.messageId().equals(id) && step.type() == EventType.REJECTED);
        } catch (DataAccessException e) {
            throw HubException.temporary(
                    "journal-away",
                    "Ob diese Nachricht schon einmal kam, ist zurzeit nicht feststellbar. Bitte später noch einmal senden.",
                    e);
        }
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

    private Envelope envelope(Incoming incoming, String id) {
        return Envelope.builder(id, id, Instant.now(clock))
                .contentType(incoming.contentType())
                .extension(incoming.extension())
                .channel(incoming.procedure())
                .externalReference(incoming.externalReference())
                .attachments(incoming.attachments())
                .build();
    }
}
