package org.stadtbus.connector.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Puts what a mail server did into one of the three failure kinds: an answer of the form 5yz is permanent, 4yz is tried again (RFC 5321
 * section 4.2.1), and so is everything about the connection. What a server says in words is not repeated: it may name a person.
 */
public final class MailFailures implements Processor {
    private static final int PERMANENT_REPLY = 500;

    /** Throws the failure that Camel caught, explained. */
    @Override
    public void process(Exchange exchange) {
        throw explain(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    }

    static HubException explain(Throwable thrown) {
        return Causes.of(thrown)
                .flatMap(t -> explained(t, thrown).stream())
                .findFirst()
                .orElseGet(() -> HubException.temporary(
                        "mail-unavailable",
                        "Der Mailserver ist nicht erreichbar oder hat die Verbindung abgebrochen ("
                                + Causes.kind(thrown)
                                + ").",
                        thrown));
    }

    static HubException unreadable(Exception thrown) {
        return new HubException(
                FailureKind.REJECTED,
                "mail-unreadable",
                "Die Mail oder eine ihrer Anlagen ist beschädigt und nicht lesbar. Bitte noch einmal senden.",
                thrown);
    }

    private static Optional<HubException> explained(Throwable t, Throwable thrown) {
        if (t instanceof HubException already) {
            return Optional.of(already);
        }
        if (t instanceof AuthenticationFailedException) {
            return permanent(
                    "mail-login",
                    "Der Mailserver hat die Anmeldung abgelehnt. Bitte Benutzer und Kennwort des Anschlusses prüfen.",
                    thrown);
        }
        if (t instanceof FolderNotFoundException) {
            return permanent(
                    "mail-folder", "Den Ordner gibt es im Postfach nicht. Bitte den Anschluss berichtigen.", thrown);
        }
        if (t instanceof AddressException) {
            return permanent(
                    "mail-address",
                    "Absender oder Empfänger ist keine Mailadresse. Bitte den Anschluss berichtigen.",
                    thrown);
        }
        if (t instanceof SSLException) {
            return Optional.of(HubException.temporary(
                    "mail-tls",
                    "Mit dem Mailserver kam keine sichere Verbindung zustande; es wurde nichts übertragen. Bitte Zertifikat und Verschlüsselung prüfen.",
                    thrown));
        }
        return reply(t).flatMap(code -> replied(code, thrown));
    }

    private static Optional<Integer> reply(Throwable t) {
        if (t instanceof SMTPAddressFailedException address) {
            return Optional.of(address.getReturnCode());
        }
        if (t instanceof SMTPSenderFailedException sender) {
            return Optional.of(sender.getReturnCode());
        }
        return t instanceof SMTPSendFailedException send ? Optional.of(send.getReturnCode()) : Optional.empty();
    }

    private static Optional<HubException> replied(int code, Throwable thrown) {
        if (code >= PERMANENT_REPLY) {
            return permanent(
                    "mail-refused",
                    "Der Mailserver nimmt die Mail nicht an (SMTP " + code
                            + "). Bitte Absender, Empfänger und Größe prüfen.",
                    thrown);
        }
        return Optional.of(HubException.temporary(
                "mail-busy", "Der Mailserver nimmt die Mail zurzeit nicht an (SMTP " + code + ").", thrown));
    }

    private static Optional<HubException> permanent(String code, String sentence, Throwable thrown) {
        return Optional.of(new HubException(FailureKind.PERMANENT, code, sentence, thrown));
    }
}
