package org.stadtbus.connector.osci;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Incoming;
import org.stadtbus.osci.Content;
import org.stadtbus.osci.ContentReader;
import org.stadtbus.osci.OsciCode;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.OsciMessage;
import org.stadtbus.osci.PassiveRecipient;

/** Takes for one procedure what the intermediary brings: "done" is said only when the hub has it durably. */
final class PassiveReception {
    private static final Logger LOG = LoggerFactory.getLogger(PassiveReception.class);

    private final String procedure;
    private final PassiveRecipient recipient;
    private final ContentReader reader;
    private final Authors authors;
    private final Parts parts;
    private final AnswerIntake intake;

    PassiveReception(
            String procedure,
            PassiveRecipient recipient,
            ContentReader reader,
            Authors authors,
            Parts parts,
            AnswerIntake intake) {
        this.procedure = procedure;
        this.recipient = recipient;
        this.reader = reader;
        this.authors = authors;
        this.parts = parts;
        this.intake = intake;
    }

    /**
     * An answer to an order.
     *
     * @param file to be deleted by the caller
     * @param fault whether it is a SOAP fault
     */
    record Answer(Path file, boolean fault) {}

    /** Takes one order. */
    Answer take(Path order) throws IOException {
        try {
            return new Answer(recipient.answer(order, this::take), false);
        } catch (OsciException refused) {
            LOG.warn("An OSCI order for {} was refused: {} {}", procedure, refused.code(), refused.sentence());
            return new Answer(recipient.refusal(refused), true);
        }
    }

    private OsciCode take(String messageId, OsciMessage message) throws IOException {
        try {
            Content content = read(messageId, message);
            Optional<HubException> forged = authors.objection(content);
            if (forged.isPresent()) {
                throw intake.refuseUnread(parts.opened(procedure, messageId, message, content), forged.get());
            }
            intake.takeIn(incoming(messageId, message, content));
            return OsciCode.DONE;
        } catch (HubException e) {
            LOG.warn("OSCI message {} for {} was not taken: {}", messageId, procedure, e.sentence());
            return e.kind() == FailureKind.REJECTED ? OsciCode.NOT_ACCEPTED : OsciCode.RECIPIENT;
        }
    }

    private Content read(String messageId, OsciMessage message) throws IOException {
        try {
            return reader.read(message);
        } catch (OsciException refused) {
            throw intake.refuseUnread(parts.unopened(procedure, messageId, message), OsciFailures.content(refused));
        }
    }

    /** What is too large is kept as it came, with its refusal. */
    private Incoming incoming(String messageId, OsciMessage message, Content content) throws IOException {
        try {
            return parts.incoming(procedure, messageId, content);
        } catch (HubException e) {
            throw e.kind() == FailureKind.REJECTED
                    ? intake.refuseUnread(parts.unopened(procedure, messageId, message), e)
                    : e;
        }
    }
}
