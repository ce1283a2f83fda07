package org.stadtbus.sandbox.unterbringung;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.stadtbus.sandbox.post.DeMailGateway;

/** The clinic at the other end of the city's De-Mail gateway. */
public final class Clinic {
    /** Its De-Mail address, as the city's directory has it. */
    public static final String ADDRESS = "aufnahme@klinik.de-mail.example";

    private final DeMailGateway gateway;

    public Clinic(DeMailGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Sends a De-Mail to the city.
     *
     * @param level how surely the writer has signed in: {@code normal} or {@code high}
     * @return the provider's id of the De-Mail
     */
    public String send(String subject, String text, List<Paper> papers, String level) {
        return send(ADDRESS, subject, text, papers, level);
    }

    /** As {@link #send(String, String, List, String)}, from an address of somebody else. */
    public String send(String sender, String subject, String text, List<Paper> papers, String level) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
            mail.setFrom(sender);
            mail.setSubject(subject, StandardCharsets.UTF_8.name());
            mail.setContent(content(text, papers));
            mail.saveChanges();
            gateway.writes(mail, sender, Map.of("auth-level", level));
            return mail.getHeader("X-de-mail-message-id", null);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("The De-Mail could not be written", e);
        }
    }

    private static Multipart content(String text, List<Paper> papers) throws MessagingException, IOException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart first = new MimeBodyPart();
        first.setText(text, StandardCharsets.UTF_8.name());
        parts.addBodyPart(first);
        for (Paper paper : papers) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(paper.bytes(), "application/pdf")));
            part.setFileName(MimeUtility.encodeText(paper.name(), StandardCharsets.UTF_8.name(), "Q"));
            parts.addBodyPart(part);
        }
        return parts;
    }

    /** What lies in its mailbox, oldest first. */
    public List<ReceivedMail> mails() {
        try {
            List<ReceivedMail> mails = new ArrayList<>();
            for (MimeMessage mail : gateway.sent()) {
                if (mail.getRecipients(RecipientType.TO)[0].toString().equals(ADDRESS)) {
                    mails.add(read(mail));
                }
            }
            return mails;
        } catch (MessagingException e) {
            throw new IllegalStateException("A De-Mail could not be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReceivedMail read(MimeMessage mail) throws MessagingException, IOException {
        if (!(mail.getContent() instanceof Multipart parts)) {
            return new ReceivedMail(mail.getSubject(), String.valueOf(mail.getContent()), List.of());
        }
        List<Paper> papers = new ArrayList<>();
        for (int i = 1; i < parts.getCount(); i++) {
            Part part = parts.getBodyPart(i);
            papers.add(new Paper(
                    MimeUtility.decodeText(part.getFileName()),
                    part.getInputStream().readAllBytes()));
        }
        return new ReceivedMail(
                mail.getSubject(), String.valueOf(parts.getBodyPart(0).getContent()), papers);
    }
}
