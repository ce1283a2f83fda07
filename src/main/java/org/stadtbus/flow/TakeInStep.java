package org.stadtbus.flow;

import org.apache.camel.Exchange;
import org.stadtbus.intake.AnswerIntake;

/**
 * {@code hub:take-in?procedure=<id>}: puts what a source found durably on the procedure's answer queue; only when this step
 * is done may the source forget it.
 */
final class TakeInStep implements Step {
    private final AnswerIntake intake;
    private final String procedure;

    TakeInStep(AnswerIntake intake, String procedure) {
        this.intake = intake;
        this.procedure = procedure;
    }

    @Override
    public void perform(Exchange exchange) {
        String reference = exchange.getIn().getHeader("StadtbusExternalReference", "", String.class);
        byte[] bytes = exchange.getIn().getBody(byte[].class);
        intake.takeIn(procedure, reference, bytes == null ? new byte[0] : bytes);
    }
}
