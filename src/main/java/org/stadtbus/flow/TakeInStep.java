package org.stadtbus.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Incoming;
import org.stadtbus.intake.Originals;
import org.stadtbus.intake.RefusedAnswer;

/**
 * {@code hub:take-in?procedure=<id>}: puts what a source found durably on the procedure's answer queue; only when this step
 * is done may the source forget it. A source that puts aside what is refused says its size in {@code CamelFileLength}: what is too large is
 * refused unread, what comes short is not taken. Of another source what is too large is kept with its refusal. What the source found unreadable it says in the property {@code stadtbus.unreadable}, a
 * {@link HubException}: it is refused with that, and the files
 * it hands in beside are kept with the refusal. {@code StadtbusDuplicateKey}, {@code StadtbusContentType}, {@code StadtbusExtension} and the
 * property {@code stadtbus.attachments} say what {@link Incoming} holds of the same name. {@code StadtbusMessageId} says afterwards which
 * message it became. A refusal is sent to the procedure and thrown, so that the source can put the file aside.
 */
final class TakeInStep implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(TakeInStep.class);
    private static final long UNKNOWN = -1;
    /** Exchange property with the files a source has put into the vault, an array of {@link Attachment}. */
    private static final String ATTACHMENTS = "stadtbus.attachments";
    /** Exchange property with the {@link HubException} of a source that could not read what it found. */
    private static final String UNREADABLE = "stadtbus.unreadable";
    /** Header of a source whose sender sees a refusal only there: what is not valid is refused before it is taken in. */
    private static final String CHECKED = "StadtbusChecked";

    private final AnswerIntake intake;
    private final Broker broker;
    private final AnswerRejections rejections;
    private final Originals originals;
    private final String procedure;

    /** @param rejections how each procedure is told of a refusal; one that is missing reads it at its source only */
    TakeInStep(AnswerIntake intake, Broker broker, AnswerRejections rejections, Originals originals, String procedure) {
        this.intake = intake;
        this.broker = broker;
        this.originals = originals;
        this.rejections = rejections;
        this.procedure = procedure;
    }

    @Override
    public void perform(Exchange exchange) throws IOException {
        try {
            takeIn(exchange);
        } catch (RefusedAnswer refused) {
            tell(refused);
            throw refused;
        }
    }

    private void tell(RefusedAnswer refused) {
        Optional<AnswerRejection> rejection = rejections.of(procedure);
        if (rejection.isEmpty()) {
            return;
        }
        try {
            Message message = refused.message();
            broker.send(new Outbox().send(rejection.get().message(message, message.envelope(), refused)));
        } catch (HubException e) {
            if (e.kind() == FailureKind.TRANSIENT) {
                throw e;
            }
            String id = refused.message().envelope().messageId();
            if (e.kind() == FailureKind.REJECTED) {
                LOG.info("Nobody is told of the refusal of {}: {}", id, e.sentence());
            } else {
                LOG.error("No rejection could be made for {}: {}", id, e.sentence());
            }
        }
    }

    private void takeIn(Exchange exchange) throws IOException {
        String reference = exchange.getIn().getHeader("StadtbusExternalReference", "", String.class);
        HubException unreadable = exchange.getProperty(UNREADABLE, HubException.class);
        if (unreadable != null) {
            throw intake.refuseUnread(incoming(exchange.getIn(), reference, new byte[0], files(exchange)), unreadable);
        }
        long announced = exchange.getIn().getHeader(Exchange.FILE_LENGTH, UNKNOWN, long.class);
        if (announced > intake.maxAnswer()) {
            throw intake.refuseUnread(procedure, reference, announced);
        }
        Incoming incoming = read(exchange, reference, announced);
        boolean checked = exchange.getIn().getHeader(CHECKED, false, boolean.class);
        exchange.getMessage()
                .setHeader("StadtbusMessageId", checked ? intake.takeInChecked(incoming) : intake.takeIn(incoming));
    }

    /** Reads at most one byte more than the intake takes. */
    private Incoming read(Exchange exchange, String reference, long announced) throws IOException {
        try (InputStream body = Optional.ofNullable(exchange.getIn().getBody(InputStream.class))
                .orElseGet(InputStream::nullInputStream)) {
            byte[] bytes = body.readNBytes(Math.toIntExact(intake.maxAnswer()) + 1);
            if (announced != UNKNOWN && announced != bytes.length) {
                throw new HubException(
                        FailureKind.TRANSIENT,
                        "incomplete",
                        "Von der Datei kamen " + bytes.length + " statt " + announced + " Bytes an.");
            }
            Incoming incoming = incoming(exchange.getIn(), reference, bytes, files(exchange));
            if (bytes.length > intake.maxAnswer()) {
                throw intake.refuseUnread(originals.keep(incoming, body, Long.MAX_VALUE), intake.tooLarge());
            }
            return incoming;
        }
    }

    private Incoming incoming(org.apache.camel.Message in, String reference, byte[] bytes, List<Attachment> files) {
        return new Incoming(
                procedure,
                reference,
                in.getHeader("StadtbusDuplicateKey", "", String.class),
                in.getHeader("StadtbusContentType", "application/xml", String.class),
                in.getHeader("StadtbusExtension", "xml", String.class),
                bytes,
                files);
    }

    private static List<Attachment> files(Exchange exchange) {
        return Stream.of(exchange.getProperty(ATTACHMENTS, new Attachment[0], Attachment[].class))
                .toList();
    }
}
