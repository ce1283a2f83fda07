package org.stadtbus.sandbox.post;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import org.stadtbus.sandbox.OwnCertificate;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.http.Fault;

/** A mail server on 127.0.0.1 with one mailbox: SMTP and IMAP with TLS from the first byte, SMTP with STARTTLS, in clear text for whoever looks behind. */
public final class PostOffice implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String END_OF_MAIL = "\r\n.\r\n";
    private static final String COPY = " COPY ";

    private final Path certificates;
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
    });
    private final GreenMailUser user;
    private final Cable smtp;
    private final StartTlsFront startTls;
    private final Cable imap;
    private boolean down;

    /**
     * Starts the server on free ports.
     *
     * @param home where its certificate is written for those who trust it
     * @param address of the mailbox, and the name of its user
     */
    public PostOffice(Path home, String address, String password) {
        OwnCertificate certificate = new OwnCertificate();
        this.certificates = home.resolve("postamt.pem");
        certificate.write(certificates);
        server.start();
        this.user = server.setUser(address, address, password);
        server.getUserManager().setAuthRequired(true);
        this.smtp = new Cable(
                certificate.serverSide().getServerSocketFactory(),
                server.getSmtp().getPort());
        this.startTls =
                new StartTlsFront(certificate.serverSide(), server.getSmtp().getPort());
        this.imap = new Cable(
                certificate.serverSide().getServerSocketFactory(),
                server.getImap().getPort());
    }

    /** Where it listens. */
    public String host() {
        return HOST;
    }

    /** PEM file with the server's certificate. */
    public Path certificates() {
        return certificates;
    }

    /** Port of SMTP with TLS. */
    public int smtps() {
        return smtp.port();
    }

    /** Port of SMTP with STARTTLS; it knows no faults. */
    public int startTlsSmtp() {
        return startTls.port();
    }

    /** Port of IMAP in clear text. */
    public int clearImap() {
        return server.getImap().getPort();
    }

    /** Port of SMTP in clear text, without STARTTLS. */
    public int clearSmtp() {
        return server.getSmtp().getPort();
    }

    /** Port of IMAP with TLS. */
    public int imaps() {
        return imap.port();
    }

    /** Puts a mail into the mailbox's INBOX as it is. */
    public void arrives(MimeMessage mail) {
        user.deliver(mail);
    }

    /** Mails in a folder of the mailbox that are not marked as deleted, oldest first; none when there is no such folder. */
    public List<MimeMessage> mails(String folder) {
        ImapHostManager folders = server.getManagers().getImapHostManager();
        MailFolder found = folders.getFolder(user, folder);
        return found == null
                ? List.of()
                : found.getMessages().stream()
                        .filter(stored -> !stored.isSet(Flags.Flag.DELETED))
                        .map(StoredMessage::getMimeMessage)
                        .toList();
    }

    /** From now on mails that come in by SMTP go through this. */
    void arrivals(Arrival arrival) {
        server.getUserManager()
                .setMessageDeliveryHandler((mail, to) -> arrival.into(mail.getMessage(), to.getEmail())
                        ? user
                        : server.setUser(to.getEmail(), to.getEmail(), to.getEmail()));
    }

    /** Empties the mailbox. */
    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Switches the fault: {@link Fault.HangUp} cuts the connection when a mail was accepted or moved, before the client reads so.
     *
     * @throws IllegalArgumentException for faults a mail server does not have
     */
    public synchronized void fault(Fault next) {
        boolean goesDown = next instanceof Fault.Down;
        if (!goesDown && !(next instanceof Fault.None) && !(next instanceof Fault.HangUp)) {
            throw new IllegalArgumentException("A mail server knows no " + next);
        }
        smtp.cutAfter(next instanceof Fault.HangUp ? END_OF_MAIL : "");
        imap.cutAfter(next instanceof Fault.HangUp ? COPY : "");
        for (Cable front : List.of(smtp, imap)) {
            if (goesDown && !down) {
                front.down();
            } else if (down && !goesDown) {
                front.up();
            }
        }
        down = goesDown;
    }

    @Override
    public void close() {
        smtp.close();
        startTls.close();
        imap.close();
        server.stop();
    }
}
