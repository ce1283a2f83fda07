package org.stadtbus.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.vault.Vault;

/**
 * How a message looks on a queue: the envelope as JSON in property {@code envelope}, the payload as the body or, above
 * 64 KiB, as a vault address in property {@code payload} (claim check, design decision 4).
 */
final class WireFormat {
    /** Payloads above this many bytes go to the vault. */
    static final int CLAIM_CHECK_BYTES = 64 * 1024;

    static final String ENVELOPE = "envelope";
    static final String PAYLOAD = "payload";

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final Vault vault;

    WireFormat(Vault vault) {
        this.vault = vault;
    }

    /** @param light true for a message that may wait for weeks: its payload goes to the vault whatever its size */
    BytesMessage write(Session session, org.stadtbus.envelope.Message message, boolean light) throws JMSException {
        BytesMessage wire = session.createBytesMessage();
        wire.setStringProperty(ENVELOPE, toJson(message.envelope()));
        if (light || message.payload().length > CLAIM_CHECK_BYTES) {
            wire.setStringProperty(
                    PAYLOAD,
                    vault.store(message.envelope().drawer(), message.payload()).sha256());
        } else {
            wire.writeBytes(message.payload());
        }
        return wire;
    }

    /** The same envelope and payload once more, without looking into either. */
    static BytesMessage copy(Session session, Message wire) throws JMSException {
        BytesMessage copy = session.createBytesMessage();
        copy.setStringProperty(ENVELOPE, wire.getStringProperty(ENVELOPE));
        String address = wire.getStringProperty(PAYLOAD);
        if (address == null) {
            copy.writeBytes(body(wire));
        } else {
            copy.setStringProperty(PAYLOAD, address);
        }
        return copy;
    }

    org.stadtbus.envelope.Message read(Message wire) throws JMSException {
        Envelope envelope = envelope(wire);
        String address = wire.getStringProperty(PAYLOAD);
        byte[] payload = address == null ? body(wire) : fromVault(address);
        return new org.stadtbus.envelope.Message(envelope, payload);
    }

    Envelope envelope(Message wire) throws JMSException {
        return fromJson(wire.getStringProperty(ENVELOPE));
    }

    static byte[] body(Message wire) throws JMSException {
        if (!(wire instanceof BytesMessage body)) {
            throw HubException.permanent(
                    "unreadable-body", "Eine Nachricht in der Warteschlange besteht nicht aus Bytes.");
        }
        byte[] bytes = new byte[Math.toIntExact(body.getBodyLength())];
        body.reset();
        body.readBytes(bytes);
        return bytes;
    }

    private byte[] fromVault(String address) {
        try (InputStream in = vault.open(address)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw HubException.temporary("vault-unreadable", "Der Tresor ist zurzeit nicht lesbar.", e);
        }
    }

    private String toJson(Envelope envelope) {
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An envelope is always JSON", e);
        }
    }

    private Envelope fromJson(@Nullable String text) {
        try {
            return json.readValue(text == null ? "" : text, Envelope.class);
        } catch (JsonProcessingException e) {
            throw new HubException(
                    org.stadtbus.envelope.FailureKind.PERMANENT,
                    "unreadable-envelope",
                    "Der Umschlag einer Nachricht in der Warteschlange ist nicht lesbar.",
                    e);
        }
    }
}
