package org.stadtbus.connector.mail.demail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.SecureXml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A De-Mail as XML that mappings read and write: fields of the provider under their names without {@code X-de-mail-}, and
 * {@code eingang}, {@code betreff}, {@code text}. A format of the hub's own; no standard has one.
 */
final class Description {
    /** Namespace of the elements. */
    static final String NAMESPACE = "urn:stadtbus:de-mail:1";

    private final Map<String, String> elements;

    private Description(Map<String, String> elements) {
        this.elements = elements;
    }

    /**
     * Describes a De-Mail that came in; equal however often it is read. {@code eingang} is when it came into the mailbox (RFC 3501
     * section 2.3.3), else when it was written.
     */
    static Description of(DeMailHeader header, Message mail) throws MessagingException {
        Map<String, String> elements = new LinkedHashMap<>();
        for (String name : new String[] {"sender", "chosen-recipient", "message-type", "auth-level", "message-id"}) {
            header.field(name).ifPresent(value -> elements.put(name, value));
        }
        Date came = mail.getReceivedDate() == null ? mail.getSentDate() : mail.getReceivedDate();
        if (came != null) {
            elements.put("eingang", Instant.ofEpochMilli(came.getTime()).toString());
        }
        elements.put("betreff", line(Objects.requireNonNullElse(mail.getSubject(), "")));
        return new Description(elements);
    }

    /**
     * Reads the description of a De-Mail to be sent.
     *
     * @throws HubException permanent when it is none: a mapping made it
     */
    static Description read(byte[] xml) {
        Element root;
        try {
            root = SecureXml.document(xml).getDocumentElement();
        } catch (HubException unreadable) {
            throw DeMailFailures.notDescribed();
        }
        if (!NAMESPACE.equals(root.getNamespaceURI())) {
            throw DeMailFailures.notDescribed();
        }
        Map<String, String> elements = new LinkedHashMap<>();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.putIfAbsent(
                        element.getLocalName(), element.getTextContent().strip());
            }
        }
        return new Description(elements);
    }

    byte[] xml() {
        return FlatXml.of(NAMESPACE, "de-mail", elements);
    }

    /** The text of an element, in one line; the other one when it is missing or empty. */
    String lineOr(String element, String other) {
        String value = line(elements.getOrDefault(element, ""));
        return value.isEmpty() ? other : value;
    }

    /** The text people read; empty when there is none. */
    String text() {
        return elements.getOrDefault("text", "");
    }

    /** Line breaks would begin another header field. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
