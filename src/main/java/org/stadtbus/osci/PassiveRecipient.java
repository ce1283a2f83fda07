package org.stadtbus.osci;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Takes what an intermediary brings (ProcessDelivery) and answers it. The intermediary may bring the same message again when it did not get
 * the answer; its message id says so.
 */
public final class PassiveRecipient {
    private static final String SIGNATURE = "signatur-empfaenger";

    private final Party own;
    private final X509Certificate cipher;
    private final X509Certificate signature;
    private final Algorithms reading;
    private final Seal seal;

    /**
     * @param own the recipient
     * @param cipher certificate to encrypt answers to the intermediary for
     * @param signature certificate that the intermediary's orders are signed with
     * @param spool where messages lie while they are read and written
     */
    public PassiveRecipient(
            Party own, X509Certificate cipher, X509Certificate signature, Algorithms reading, Path spool) {
        this.own = own;
        this.cipher = cipher;
        this.signature = signature;
        this.reading = reading;
        this.seal = new Seal(spool, reading);
    }

    /** Takes one message; when it returns {@link OsciCode#DONE} the message is durable. */
    @FunctionalInterface
    public interface Taker {
        OsciCode take(String messageId, OsciMessage message) throws IOException;
    }

    /**
     * Reads an order, has it taken and writes the answer.
     *
     * @return the answer in a new file, the caller's to delete
     * @throws OsciException when the order cannot be answered in its dialog; {@link #refusal} is the answer then
     */
    public Path answer(Path order, Taker taker) throws IOException, OsciException {
        try (OsciMessage message = seal.open(order, own)) {
            Envelope envelope = message.read();
            if (!envelope.order().equals("processDelivery")) {
                throw new OsciException(OsciCode.ORDER, "Ein passiver Empfänger nimmt nur ProcessDelivery.");
            }
            envelope.check("osci:ClientSignature", signature, message, reading);
            ProcessCard card =
                    ProcessCard.of(Xml.require(envelope.require("osci:processDelivery"), "osci:ProcessCardBundle"));
            return answer(ControlBlock.of(envelope), taker.take(card.messageId(), message));
        }
    }

    private Path answer(ControlBlock asked, OsciCode code) throws IOException, OsciException {
        Envelope answer = Envelope.create(new ControlBlock(asked.challenge(), "", "", ""));
        Feedback.write(answer.block("osci:responseToProcessDelivery"), code);
        Certificates.add(
                answer.certificates(Dialog.CERTIFICATES),
                "osci:SignatureCertificateAddressee",
                SIGNATURE,
                own.signature());
        OsciMessage message = new OsciMessage(answer.document(), List.of());
        answer.sign("osci:SupplierSignature", own, SIGNATURE, message);
        return seal.close(message, cipher);
    }

    /** The SOAP fault for an order that cannot be answered otherwise. */
    public Path refusal(OsciException why) throws IOException {
        return seal.write(new OsciMessage(Faults.of(why), List.of()));
    }
}
