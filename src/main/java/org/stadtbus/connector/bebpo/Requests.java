package org.stadtbus.connector.bebpo;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.List;
import org.stadtbus.connector.StoredFile;
import org.stadtbus.egvp.EgvpFile;
import org.stadtbus.egvp.SendRequest;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;
import org.stadtbus.vault.Vault;

/** Makes the request a message is sent with: the XJustiz message first, its files after it, each under a valid name. */
final class Requests {
    /** Name the XJustiz message has among the files of an EGVP message (§ 2 ERVV with its announcements). */
    static final String MESSAGE = "xjustiz_nachricht.xml";

    private final Vault vault;
    private final String userId;
    private final Posting posting;

    Requests(Vault vault, String userId, Posting posting) {
        this.vault = vault;
        this.userId = userId;
        this.posting = posting;
    }

    /**
     * The request; made of the message alone, so that a redo makes the same.
     *
     * @throws org.stadtbus.envelope.HubException permanent when it is too large, or when file names must change and the message that
     *     names them is not readable
     */
    SendRequest of(Message message) {
        Envelope envelope = message.envelope();
        checkSize(message);
        List<Attachment> files = envelope.attachments();
        List<String> originals = files.stream().map(Attachment::filename).toList();
        List<String> names = ValidNames.of(originals, MESSAGE);
        byte[] payload = XjustizFiles.renamed(message.payload(), originals, names);
        SendRequest request = new SendRequest();
        request.userId = userId;
        request.messageType = envelope.test() ? "Testnachricht" : "Allgemeine Nachricht";
        request.receiverId = posting.receiver();
        request.receiverKey = "USER_ID";
        request.subject = posting.subject() + " " + envelope.messageId();
        request.signMessage = posting.sign();
        request.attachments.add(file(MESSAGE, new ByteArrayDataSource(payload, envelope.contentType())));
        for (int i = 0; i < files.size(); i++) {
            request.attachments.add(file(names.get(i), new StoredFile(vault, files.get(i))));
        }
        return request;
    }

    private void checkSize(Message message) {
        List<Attachment> files = message.envelope().attachments();
        long size = message.payload().length
                + files.stream().mapToLong(Attachment::size).sum();
        if (size > posting.maxSize() || files.size() + 1 > posting.maxFiles()) {
            throw BebpoFailures.tooLarge(posting.maxSize(), posting.maxFiles());
        }
    }

    private static EgvpFile file(String name, DataSource bytes) {
        EgvpFile file = new EgvpFile();
        file.name = name;
        file.data = new DataHandler(bytes);
        return file;
    }
}
