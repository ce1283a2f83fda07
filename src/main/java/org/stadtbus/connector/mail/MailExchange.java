package org.stadtbus.connector.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;
import org.stadtbus.connector.References;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Puts a mail on an exchange as sources do: named, and empty when it is to be refused. */
public final class MailExchange {
    private MailExchange() {}

    /** Leaves a mail unread, so that {@code hub:take-in} refuses and journals it. */
    public static void refuse(Exchange exchange, Message mail, HubException why) throws MessagingException {
        begin(exchange, mail);
        refuse(exchange, why);
    }

    static void begin(Exchange exchange, Message mail) throws MessagingException {
        // Camel's own would take over the mail's header fields, and what they say of moving and deleting
        exchange.setIn(new DefaultMessage(exchange.getContext()));
        identify(exchange.getIn(), mail);
    }

    static void refuse(Exchange exchange, HubException why) {
        if (why.kind() != FailureKind.REJECTED) {
            throw why;
        }
        exchange.getIn().setBody(new byte[0]);
        exchange.setProperty("stadtbus.unreadable", why);
    }

    private static void identify(org.apache.camel.Message in, Message mail) throws MessagingException {
        String id = mail instanceof MimeMessage mime ? mime.getMessageID() : null;
        String key = id == null ? "" : id.strip();
        in.setHeader("StadtbusDuplicateKey", key);
        in.setHeader("StadtbusExternalReference", key.isEmpty() ? "Mail ohne Message-ID" : References.of(key));
    }
}
