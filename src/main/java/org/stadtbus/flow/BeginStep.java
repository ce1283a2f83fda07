package org.stadtbus.flow;

import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Beginnings;
import org.stadtbus.standards.Standards;

/**
 * {@code hub:begin?service=<LeiKa key>&schema=<bundle>}: begins a journey with what a procedure handed in, as if it had come in
 * as an application. Done again it begins the same journey, with the same event.
 */
final class BeginStep {
    private final Standards standards;
    private final Beginnings beginnings;
    private final String service;
    private final String schema;

    /** @param service LeiKa key of the service the message is an application for */
    BeginStep(Standards standards, Beginnings beginnings, String service, String schema) {
        this.standards = standards;
        this.beginnings = beginnings;
        this.service = service;
        this.schema = schema;
    }

    /** @throws HubException rejected when it is no readable message or marked as a test where tests are not taken */
    void perform(Hop hop) {
        hop.begin(beginnings.of(
                hop.envelope(), standards.header(schema, hop.current().payload()), service));
    }
}
