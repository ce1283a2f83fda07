package org.stadtbus.connector.osci;

import java.io.IOException;
import java.util.Optional;
import org.stadtbus.broker.Notes;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.osci.Dialog;
import org.stadtbus.osci.OsciCode;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.ProcessCard;

/**
 * Hands one message to an intermediary: the message id it gives is noted durably first. After a lost answer or a crash the intermediary is
 * asked for the process card of the noted id before anything is sent again, so that the message reaches its reader once.
 */
final class Sending {
    private final OsciAccess access;
    private final Notes notes;
    private final Parts parts;
    private final Readers readers;
    private final String subject;

    /** @param subject stands open on the process card; empty for none */
    Sending(OsciAccess access, Notes notes, Parts parts, Readers readers, String subject) {
        this.access = access;
        this.notes = notes;
        this.parts = parts;
        this.readers = readers;
        this.subject = subject;
    }

    /**
     * Sends the message unless the intermediary has it already.
     *
     * @param procedure whose notebook holds the intermediary's ids
     * @return the process card
     * @throws HubException as {@link OsciFailures} says
     */
    ProcessCard send(String procedure, Message message) {
        String book = "osci-" + procedure;
        Envelope envelope = message.envelope();
        String key = envelope.messageId() + (envelope.replay() == 0 ? "" : "-r" + envelope.replay());
        Optional<String> noted = notes.read(book, key);
        Reader reader = readers.of(message);
        try {
            Dialog dialog = access.dialog();
            Optional<ProcessCard> there = noted.isPresent() ? dialog.processCard(noted.get()) : Optional.empty();
            if (there.isPresent()) {
                return there.get();
            }
            String id = noted.isPresent() ? noted.get() : notes.write(book, key, dialog.newMessageId());
            return store(dialog, id, message, reader);
        } catch (OsciException refused) {
            throw OsciFailures.of(refused);
        } catch (IOException broken) {
            throw OsciFailures.broken(broken);
        }
    }

    /**
     * Asks for the process card of a message the intermediary has; nothing is sent.
     *
     * @return empty when the intermediary has no card for it any more
     * @throws HubException as {@link OsciFailures} says
     */
    Optional<ProcessCard> inquire(String id) {
        try {
            return access.dialog().processCard(id);
        } catch (OsciException refused) {
            throw OsciFailures.of(refused);
        } catch (IOException broken) {
            throw OsciFailures.broken(broken);
        }
    }

    /** That the id is used up says the intermediary that another try of ours came first; then it has a card for it. */
    private ProcessCard store(Dialog dialog, String id, Message message, Reader reader)
            throws IOException, OsciException {
        try {
            return reader.address().isEmpty()
                    ? dialog.store(id, subject, parts.content(message), reader.cipher())
                    : dialog.mediate(id, subject, reader.address().get(), parts.content(message), reader.cipher());
        } catch (OsciException refused) {
            if (!refused.byPeer() || !refused.is(OsciCode.MESSAGE_ID)) {
                throw refused;
            }
            return dialog.processCard(id).orElseThrow(() -> refused);
        }
    }
}
