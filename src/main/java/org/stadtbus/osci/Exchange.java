package org.stadtbus.osci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** One order and its answer: signed, encrypted, carried, decrypted, checked, and bound to each other by challenge and response. */
final class Exchange {
    private final Intermediary intermediary;
    private final Party client;
    private final Algorithms reading;
    private final Seal seal;

    Exchange(Intermediary intermediary, Party client, Algorithms reading, Path spool) {
        this.intermediary = intermediary;
        this.client = client;
        this.reading = reading;
        this.seal = new Seal(spool, reading);
    }

    /**
     * @param fill adds what the order consists of; it adds {@code osci:NonIntermediaryCertificates} with the client's certificate last
     * @return the answer, to be closed
     * @throws OsciException 9400 when the answer belongs to another order; as the peer says; as the checks say
     */
    OsciMessage send(ControlBlock control, Consumer<Envelope> fill, List<Part> parts)
            throws IOException, OsciException {
        Envelope order = Envelope.create(control);
        order.block("osci:DesiredLanguages").setAttribute("LanguagesList", "de");
        fill.accept(order);
        OsciMessage message = new OsciMessage(order.document(), parts);
        order.sign("osci:ClientSignature", client, Dialog.CLIENT_SIGNATURE, message);
        Path sealed = seal.close(message, intermediary.cipher());
        Path answer;
        try {
            answer = intermediary.transport().exchange(sealed);
        } finally {
            Files.deleteIfExists(sealed);
        }
        return open(answer, control);
    }

    private OsciMessage open(Path file, ControlBlock asked) throws IOException, OsciException {
        try {
            OsciMessage answer = seal.open(file, client);
            try {
                check(answer, asked);
                return answer;
            } catch (OsciException e) {
                answer.close();
                throw e;
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void check(OsciMessage answer, ControlBlock asked) throws OsciException {
        Envelope envelope = answer.read();
        envelope.check("osci:SupplierSignature", intermediary.signature(), answer, reading);
        ControlBlock control = ControlBlock.of(envelope);
        boolean fits = control.response().equals(asked.challenge())
                && control.sequence().equals(asked.sequence())
                && (asked.conversation().isEmpty() || control.conversation().equals(asked.conversation()));
        if (!fits) {
            throw new OsciException(OsciCode.CONTROL_BLOCK, "");
        }
    }
}
