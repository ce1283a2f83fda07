package org.stadtbus.connector.jms;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.DefaultMessage;
import org.stadtbus.connector.References;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Originals;
import org.stadtbus.vault.Vault;

/**
 * Makes a message of a JMS text or bytes message. Its JMSMessageID makes it the same message when it is delivered again. Other kinds are
 * put into the vault and left to {@code hub:take-in} to refuse, so that they are kept and journalled.
 */
public final class JmsOpener implements Processor {
    private final String procedure;
    private final String contentType;
    private final String extension;

    /**
     * @param procedure whose queue it is
     * @param contentType media type of the messages
     * @param extension file name extension of the messages
     */
    public JmsOpener(String procedure, String contentType, String extension) {
        this.procedure = procedure;
        this.contentType = contentType;
        this.extension = extension;
    }

    @Override
    public void process(Exchange exchange) throws JMSException, IOException {
        Message wire = exchange.getIn().getBody(Message.class);
        // Camel's own would hand on the sender's properties, whatever they are called
        DefaultMessage message = new DefaultMessage(exchange.getContext());
        String id = Objects.requireNonNullElse(wire.getJMSMessageID(), "");
        String reference = Objects.requireNonNullElse(wire.getJMSCorrelationID(), id);
        message.setHeader("StadtbusDuplicateKey", id);
        message.setHeader("StadtbusExternalReference", References.of(reference));
        message.setHeader("StadtbusContentType", contentType);
        message.setHeader("StadtbusExtension", extension);
        message.setBody(new byte[0]);
        exchange.setIn(message);
        Registry registry = exchange.getContext().getRegistry();
        if (wire instanceof TextMessage text) {
            message.setBody(Objects.requireNonNullElse(text.getText(), "").getBytes(UTF_8));
        } else if (wire instanceof BytesMessage bytes) {
            message.setBody(LargeBody.of(
                    bytes, () -> registry.findSingleByType(Vault.class).spool(), exchange));
        } else {
            refuse(exchange, registry.findSingleByType(Originals.class), OtherKind.of(wire));
        }
    }

    private void refuse(Exchange exchange, Originals originals, OtherKind kind) {
        Attachment kept = originals.keep(
                procedure,
                kind.contentType(),
                kind.extension(),
                new ByteArrayInputStream(kind.bytes()),
                kind.bytes().length);
        exchange.setProperty("stadtbus.attachments", new Attachment[] {kept});
        exchange.setProperty(
                "stadtbus.unreadable",
                HubException.rejected(
                        "jms-kind", "Die Nachricht ist weder eine Text- noch eine Bytes-Nachricht von JMS."));
    }
}
