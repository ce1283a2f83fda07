package org.stadtbus.connector;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.intake.Incoming;

/** What came from a procedure, as the step that takes it into the hub reads it of an exchange. */
public final class IncomingExchange {
    private IncomingExchange() {}

    /** Puts it into an exchange. */
    public static void fill(Exchange exchange, Incoming incoming) {
        Message in = exchange.getIn();
        in.setHeader("StadtbusExternalReference", incoming.externalReference());
        in.setHeader("StadtbusDuplicateKey", incoming.duplicateKey());
        in.setHeader("StadtbusContentType", incoming.contentType());
        in.setHeader("StadtbusExtension", incoming.extension());
        in.setBody(incoming.bytes());
        exchange.setProperty("stadtbus.attachments", incoming.attachments().toArray(Attachment[]::new));
    }
}
