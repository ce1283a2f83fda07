package org.stadtbus.connector.jms;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultMessage;
import org.stadtbus.connector.References;
import org.stadtbus.envelope.HubException;

/**
 * Makes a message of a JMS text or bytes message. Its JMSMessageID makes it the same message when it is delivered again. Other kinds and
 * what is too large are left to {@code hub:take-in} to refuse, so that it is journalled; an object message is never deserialised.
 */
public final class JmsOpener implements Processor {
    private final String contentType;
    private final String extension;
    private final int maxSize;

    /**
     * @param contentType media type of the messages
     * @param extension file name extension of the messages
     * @param maxSize most bytes of a message; larger ones are not read
     */
    public JmsOpener(String contentType, String extension, int maxSize) {
        this.contentType = contentType;
        this.extension = extension;
        this.maxSize = maxSize;
    }

    @Override
    public void process(Exchange exchange) throws JMSException {
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
        try {
            message.setBody(bytes(wire));
        } catch (HubException unreadable) {
            exchange.setProperty("stadtbus.unreadable", unreadable);
        }
    }

    private byte[] bytes(Message wire) throws JMSException {
        if (wire instanceof TextMessage text) {
            return checked(Objects.requireNonNullElse(text.getText(), "").getBytes(UTF_8));
        }
        if (wire instanceof BytesMessage body) {
            checkSize(body.getBodyLength());
            byte[] bytes = new byte[Math.toIntExact(body.getBodyLength())];
            body.readBytes(bytes);
            return bytes;
        }
        throw HubException.rejected(
                "jms-kind", "Die Nachricht ist weder eine Text- noch eine Bytes-Nachricht von JMS.");
    }

    private byte[] checked(byte[] bytes) {
        checkSize(bytes.length);
        return bytes;
    }

    private void checkSize(long size) {
        if (size > maxSize) {
            throw HubException.rejected(
                    "jms-too-large",
                    "Die Nachricht ist größer als %d Bytes und wurde nicht gelesen.".formatted(maxSize));
        }
    }
}
