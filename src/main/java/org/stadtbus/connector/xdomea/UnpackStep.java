package org.stadtbus.connector.xdomea;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Makes the message of a container the body; one that is at fault is left to {@code hub:take-in}, which journals and refuses it. */
record UnpackStep(Unpacking unpacking) implements Processor {

    @Override
    public void process(Exchange exchange) throws IOException {
        InputStream bytes = exchange.getMessage().getBody(InputStream.class);
        exchange.getMessage().removeHeader(Exchange.FILE_LENGTH);
        exchange.getMessage().setHeader("StadtbusContentType", "application/xml");
        exchange.getMessage().setHeader("StadtbusExtension", "xml");
        try {
            Unpacking.Opened opened = unpacking.open(bytes == null ? InputStream.nullInputStream() : bytes);
            exchange.getMessage().setBody(opened.message());
            exchange.setProperty("stadtbus.attachments", opened.files().toArray(Attachment[]::new));
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            exchange.getMessage().setBody(new byte[0]);
            exchange.setProperty("stadtbus.unreadable", e);
        }
    }
}
