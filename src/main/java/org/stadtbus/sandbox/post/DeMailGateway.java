package org.stadtbus.sandbox.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * A De-Mail gateway with the city's mailbox (BSI TR-01201): to what the city sends it adds the provider's header fields and sends back
 * the confirmations that were wished for; to what comes for the city it adds them too. It signs nothing. What it took is on disk before.
 */
public final class DeMailGateway implements AutoCloseable {
    private static final String PREFIX = "X-de-mail-";
    private static final String PROVIDER = "provider.de-mail.example";
    private static final Map<String, String> CONFIRMATIONS =
            Map.of("dispatch", "*Versandbestätigung*", "receipt", "*Eingangsbestätigung*");

    private final PostOffice office;
    private final String city;
    private final MailShelf sent;
    private final MailShelf waiting;

    /**
     * Starts the gateway on free ports; what it kept and nobody fetched lies in the city's mailbox again.
     *
     * @param home where its certificate is written for those who trust it, and where it keeps its mails
     * @param city De-Mail address of the city, and the name of its user
     */
    public DeMailGateway(Path home, String city, String password) {
        this.city = city;
        this.office = new PostOffice(home, city, password);
        this.sent = new MailShelf(home.resolve("de-mail/gesendet"));
        this.waiting = new MailShelf(home.resolve("de-mail/postfach"));
        waiting.mails().forEach(office::arrives);
        office.arrivals(this::take);
    }

    /** The mail server behind the gateway. */
    public PostOffice office() {
        return office;
    }

    /** What the city sent, as receivers get it; what it sent twice is here once. */
    public List<MimeMessage> sent() {
        return sent.mails();
    }

    /**
     * True when nothing lies in the city's INBOX that is to be fetched. What was fetched is forgotten.
     *
     * @param done folders the city puts fetched mails into
     */
    public boolean fetched(List<String> done) {
        try {
            for (String folder : done) {
                waiting.removeAll(office.mails(folder));
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return office.mails("INBOX").isEmpty();
    }

    private boolean take(MimeMessage mail, String to) throws MessagingException {
        if (to.equals(city)) {
            return true;
        }
        stamp(mail, city, to, "normal", Map.of("auth-level", "high"));
        sent.put(mail);
        for (Map.Entry<String, String> confirmation : CONFIRMATIONS.entrySet()) {
            if (wished(mail, confirmation.getKey())) {
                confirm(mail, confirmation.getKey(), confirmation.getValue());
            }
        }
        return false;
    }

    /** The receiver of a message signs in: the provider confirms it, where that was wished for. */
    public void retrieve(MimeMessage mail) throws MessagingException {
        if (wished(mail, "retrieve")) {
            confirm(mail, "retrieve", "*Abholbestätigung*");
        }
    }

    /**
     * Somebody writes to the city.
     *
     * @param fields further fields of the provider without their prefix, e.g. {@code auth-level}
     */
    public void writes(MimeMessage mail, String sender, Map<String, String> fields) throws MessagingException {
        stamp(mail, sender, city, "normal", fields);
        arrives(mail);
    }

    private static boolean wished(MimeMessage mail, String confirmation) throws MessagingException {
        return "yes".equals(mail.getHeader(PREFIX + "confirmation-of-" + confirmation, null));
    }

    private void confirm(MimeMessage original, String confirmation, String title) throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom("system@" + PROVIDER);
        mail.setSubject(title + " " + original.getSubject(), StandardCharsets.UTF_8.name());
        mail.setText("<Bestaetigung/>", StandardCharsets.UTF_8.name(), "xml");
        mail.saveChanges();
        Map<String, String> fields = new LinkedHashMap<>();
        String privateId = original.getHeader(PREFIX + "private-id", null);
        if (privateId != null) {
            fields.put("private-id", privateId);
        }
        stamp(mail, "system@" + PROVIDER, city, "confirmation of " + confirmation, fields);
        arrives(mail);
    }

    private void arrives(MimeMessage mail) throws MessagingException {
        waiting.put(mail);
        office.arrives(mail);
    }

    private static void stamp(MimeMessage mail, String sender, String to, String type, Map<String, String> more)
            throws MessagingException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sender", sender);
        fields.put("chosen-recipient", "to=" + to);
        fields.put("message-id", UUID.randomUUID() + "@" + PROVIDER);
        fields.put("message-type", type);
        fields.put("originator-provider", PROVIDER);
        fields.put("integrity", "a=sha256; c=simple/simple; b=nicht-signiert");
        fields.put("version", "1.7");
        fields.putAll(more);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            mail.setHeader(PREFIX + field.getKey(), field.getValue());
        }
    }

    @Override
    public void close() {
        office.close();
    }
}
