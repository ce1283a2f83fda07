package org.stadtbus.connector.mail.demail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.stadtbus.connector.mail.MailExchange;
import org.stadtbus.connector.mail.MailOpener;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.vault.Vault;

/**
 * Makes a message of a De-Mail. A mail without the provider's header fields, or whose sender had not signed in surely enough, is left to
 * be refused. The header fields go along as a file, and what tells nothing of a person as the reference that people see. A confirmation
 * or a notice of the provider becomes an answer that names the hub's message.
 */
public final class DeMailOpener implements Processor {
    private static final String ATTACHMENTS = "stadtbus.attachments";
    private static final String HEADER_FILE = "de-mail-kopfzeilen.txt";
    private static final String TEXT = "nachrichtentext";
    private static final int LONGEST_ID = 120;

    private final String procedure;
    private final AuthLevel least;
    private final MailOpener message;
    private final MailOpener notice;
    private final boolean described;

    /**
     * @param procedure whose mailbox it is, and whose drawer the files go into
     * @param messageFile regular expression for the name of the file that is the message; empty: the mail's text is
     * @param maxSize most bytes of a mail as it lies in the mailbox
     * @param leastLevel {@code normal} or {@code high}
     * @param described whether the message is a {@link Description} of the De-Mail; its text goes along as a file
     * @throws IllegalArgumentException for another level, and when a file is to be the message and the description too
     */
    public DeMailOpener(String procedure, String messageFile, int maxSize, String leastLevel, boolean described) {
        if (described && !messageFile.isEmpty()) {
            throw new IllegalArgumentException("described und messageFile schließen sich aus");
        }
        this.procedure = procedure;
        this.least = AuthLevel.of(leastLevel)
                .orElseThrow(
                        () -> new IllegalArgumentException("leastLevel ist normal oder high, nicht " + leastLevel));
        this.message = new MailOpener(procedure, messageFile, maxSize);
        this.notice = new MailOpener(procedure, "", maxSize);
        this.described = described;
    }

    @Override
    public void process(Exchange exchange) throws MessagingException, IOException {
        Message mail = exchange.getIn().getBody(Message.class);
        DeMailHeader header = DeMailHeader.of(mail);
        Optional<HubException> refusal = refusal(header);
        if (refusal.isPresent()) {
            MailExchange.refuse(exchange, mail, refusal.get());
            if (!header.messageId().isEmpty()) {
                exchange.getIn().setHeader("StadtbusExternalReference", reference(header, Optional.empty()));
            }
            return;
        }
        Optional<Notice> confirmed = Notice.of(header);
        (confirmed.isPresent() ? notice : message).process(exchange);
        org.apache.camel.Message in = exchange.getIn();
        String id = header.messageId();
        in.setHeader("StadtbusDuplicateKey", id);
        in.setHeader("StadtbusExternalReference", reference(header, confirmed));
        if (exchange.getProperty("stadtbus.unreadable") == null) {
            confirmed.ifPresent(answer -> become(in, answer.xml()));
            if (confirmed.isEmpty() && described) {
                addText(exchange);
                become(in, Description.of(header, mail).xml());
            }
            add(exchange, "de-mail-kopfzeilen", HEADER_FILE, "De-Mail-Kopfzeilen", header.lines());
        }
    }

    /** Notices come from the provider's own address and need no level. */
    private Optional<HubException> refusal(DeMailHeader header) {
        Optional<String> missing = header.missing();
        if (missing.isPresent()) {
            return Optional.of(DeMailFailures.missing(missing.get()));
        }
        if (Notice.of(header).isPresent()) {
            return Optional.empty();
        }
        if (header.field("auth-level").isEmpty()) {
            return Optional.of(DeMailFailures.missing("auth-level"));
        }
        boolean trusted = header.field("auth-level")
                .flatMap(AuthLevel::of)
                .filter(level -> level.compareTo(least) >= 0)
                .isPresent();
        return trusted ? Optional.empty() : Optional.of(DeMailFailures.tooLow(least));
    }

    private static String reference(DeMailHeader header, Optional<Notice> confirmed) {
        String id = header.messageId();
        String told = confirmed
                .map(answer -> answer.title() + " zu " + cut(answer.original()))
                .orElseGet(() -> "Anmeldung " + header.field("auth-level").orElse(""));
        return "De-Mail " + cut(id) + ", " + told;
    }

    private static String cut(String id) {
        return id.substring(0, Math.min(id.length(), LONGEST_ID));
    }

    private static void become(org.apache.camel.Message in, byte[] xml) {
        in.setBody(xml);
        in.setHeader("StadtbusContentType", "application/xml");
        in.setHeader("StadtbusExtension", "xml");
    }

    /** What people wrote goes along as a file, unless they wrote nothing. */
    private void addText(Exchange exchange) {
        org.apache.camel.Message in = exchange.getIn();
        byte[] text = in.getBody(byte[].class);
        if (!new String(text, StandardCharsets.UTF_8).isBlank()) {
            String extension = in.getHeader("StadtbusExtension", "txt", String.class);
            add(exchange, TEXT, TEXT + "." + extension, "Text der De-Mail", text);
        }
    }

    private void add(Exchange exchange, String id, String name, String purpose, byte[] bytes) {
        Vault vault = exchange.getContext().getRegistry().findSingleByType(Vault.class);
        Vault.Stored stored = vault.store(procedure, bytes);
        String type = name.endsWith(".html") ? "text/html" : "text/plain";
        Attachment file = new Attachment(id, name, type, purpose, stored.size(), stored.sha256());
        Attachment[] files = exchange.getProperty(ATTACHMENTS, new Attachment[0], Attachment[].class);
        exchange.setProperty(
                ATTACHMENTS, Stream.concat(Stream.of(files), Stream.of(file)).toArray(Attachment[]::new));
    }
}
