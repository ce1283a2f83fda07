package org.stadtbus.flow;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.AnswerIntake;

/**
 * {@code hub:take-in?procedure=<id>}: puts what a source found durably on the procedure's answer queue; only when this step
 * is done may the source forget it. A source that knows the size says so in {@code CamelFileLength}: what is too large is refused
 * unread, what comes short is not taken.
 */
final class TakeInStep implements Step {
    private static final long UNKNOWN = -1;

    private final AnswerIntake intake;
    private final String procedure;

    TakeInStep(AnswerIntake intake, String procedure) {
        this.intake = intake;
        this.procedure = procedure;
    }

    @Override
    public void perform(Exchange exchange) throws IOException {
        String reference = exchange.getIn().getHeader("StadtbusExternalReference", "", String.class);
        long announced = exchange.getIn().getHeader(Exchange.FILE_LENGTH, UNKNOWN, long.class);
        if (announced > intake.maxAnswer()) {
            throw intake.refuseUnread(procedure, reference, announced);
        }
        byte[] bytes = read(exchange);
        if (announced != UNKNOWN && announced != bytes.length) {
            throw new HubException(
                    FailureKind.TRANSIENT,
                    "incomplete",
                    "Von der Datei kamen " + bytes.length + " statt " + announced + " Bytes an.");
        }
        intake.takeIn(procedure, reference, bytes);
    }

    /** At most one byte more than the intake takes: enough for it to refuse. */
    private byte[] read(Exchange exchange) throws IOException {
        try (InputStream body = exchange.getIn().getBody(InputStream.class)) {
            return body == null ? new byte[0] : body.readNBytes(Math.toIntExact(intake.maxAnswer()) + 1);
        }
    }
}
