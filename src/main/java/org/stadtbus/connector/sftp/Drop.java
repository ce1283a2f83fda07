package org.stadtbus.connector.sftp;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.vault.Vault;

/**
 * Drops a message in a server's folder: attachments first, each file under a temporary name first. A file is dropped once,
 * however often it is delivered: one of the same name and size in the folder, or of the same name where the procedure puts what
 * it took, is the same file.
 */
public final class Drop implements Processor {
    private static final int DIGEST_LETTERS = 16;
    private static final String NO_EXTENSION = "bin";

    private final Session.Access access;
    private final String folder;
    private final String doneFolder;
    private final boolean attachments;

    /**
     * @param folder where the procedure looks
     * @param doneFolder where the procedure moves what it took; empty when it does not
     * @param attachments whether it gets the message's attachments
     */
    public Drop(
            String host,
            int port,
            String username,
            String password,
            String knownHosts,
            int connectTimeout,
            int timeout,
            String folder,
            String doneFolder,
            boolean attachments) {
        this.access = new Session.Access(host, port, username, password, knownHosts, connectTimeout, timeout);
        this.folder = folder;
        this.doneFolder = doneFolder;
        this.attachments = attachments;
    }

    @Override
    public void process(Exchange exchange) {
        String name = exchange.getIn().getHeader("StadtbusFileName", String.class);
        byte[] payload = exchange.getIn().getBody(byte[].class);
        List<Attachment> files = attachments
                ? exchange.getProperty("stadtbus.message", Message.class)
                        .envelope()
                        .attachments()
                : List.of();
        try (Session session = Session.open(access)) {
            boolean known = isThere(session, name, payload.length);
            if (!known) {
                dropAttachments(session, exchange.getContext(), stem(name), files);
                drop(session, name, payload.length, () -> new ByteArrayInputStream(payload));
            }
            exchange.getMessage()
                    .setHeader("StadtbusReceipt", known ? "lag schon als " + name : "abgelegt als " + name);
        } catch (JSchException | SftpException | IOException | RuntimeException e) {
            throw SftpFailures.explain(e);
        }
    }

    private void dropAttachments(Session session, CamelContext camel, String stem, List<Attachment> files)
            throws SftpException, IOException {
        for (Attachment file : files) {
            Vault vault = camel.getRegistry().findSingleByType(Vault.class);
            drop(session, stem + "." + attachmentName(file), file.size(), () -> vault.open(file.sha256()));
        }
    }

    private void drop(Session session, String name, long size, Supplier<InputStream> bytes)
            throws SftpException, IOException {
        if (isThere(session, name, size)) {
            return;
        }
        String temporary = folder + "/." + name + ".part";
        session.write(temporary, bytes.get());
        session.rename(temporary, folder + "/" + name);
    }

    /** Looks first where a file is dropped, then where it goes: the other way round it could pass by unseen. */
    private boolean isThere(Session session, String name, long size) throws SftpException {
        OptionalLong found = session.size(folder + "/" + name);
        if (found.isPresent() && found.getAsLong() != size) {
            throw HubException.permanent(
                    "sftp-name-taken",
                    "Im Ordner liegt schon eine andere Datei unter dem Namen " + name
                            + ". Bitte den Betreiber fragen.");
        }
        return found.isPresent()
                || (!doneFolder.isEmpty()
                        && session.size(doneFolder + "/" + name).isPresent());
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Id and extension; an id with letters that a path could mind is replaced by its digest. */
    static String attachmentName(Attachment file) {
        String id = file.id().matches("[A-Za-z0-9_-]{1,64}")
                ? file.id()
                : Ids.sha256(file.id().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, DIGEST_LETTERS);
        int dot = file.filename().lastIndexOf('.');
        String extension = file.filename().substring(dot + 1).toLowerCase(Locale.ROOT);
        return id + "." + (dot >= 0 && extension.matches("[a-z0-9]{1,8}") ? extension : NO_EXTENSION);
    }
}
