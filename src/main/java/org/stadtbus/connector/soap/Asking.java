package org.stadtbus.connector.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.stadtbus.broker.Notes;
import org.stadtbus.connector.PostEndpoint.Receipt;
import org.stadtbus.connector.PostEndpoint.Sender;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Incoming;
import org.stadtbus.vault.Vault;

/**
 * Hands over a message and takes in the answer: it lies in the vault and its digest in the procedure's notebook before the intake gets it,
 * and the intake has it durably before the delivery is done. An attempt that finds the note does not call again, so that there is one
 * answer even where the service words a second one differently.
 */
final class Asking implements Sender {
    private final Calling calling;
    private final Notes notes;
    private final Vault vault;
    private final AnswerIntake intake;

    Asking(Calling calling, Notes notes, Vault vault, AnswerIntake intake) {
        this.calling = calling;
        this.notes = notes;
        this.vault = vault;
        this.intake = intake;
    }

    /** @throws HubException as {@link SoapFailures} says; transient too when the hub takes no answers at the moment */
    @Override
    public Receipt send(String procedure, Message message) {
        byte[] answer = answer(procedure, message);
        String id = message.envelope().messageId();
        try {
            intake.takeIn(new Incoming(procedure, id, id, "application/xml", "xml", answer, List.of()));
        } catch (HubException e) {
            throw e.kind() == FailureKind.REJECTED ? SoapFailures.answerRefused(e) : e;
        }
        return new Receipt("SOAP, Antwort übernommen", answer);
    }

    private byte[] answer(String procedure, Message message) {
        String book = "soap-" + procedure;
        String key = key(message.envelope());
        Optional<String> noted = notes.read(book, key).filter(vault::holds);
        if (noted.isPresent()) {
            return kept(noted.get());
        }
        byte[] answer = calling.answer(message);
        notes.write(book, key, vault.store(procedure, answer).sha256());
        return answer;
    }

    /** A person who sends a message again means it: that is called again. */
    private static String key(Envelope envelope) {
        return envelope.messageId() + (envelope.replay() == 0 ? "" : "-r" + envelope.replay());
    }

    private byte[] kept(String sha256) {
        try (InputStream answer = vault.open(sha256)) {
            return answer.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
