package org.stadtbus.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import java.util.Collection;
import org.apache.cxf.attachment.AttachmentImpl;
import org.apache.cxf.interceptor.AttachmentOutInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.springframework.http.ContentDisposition;
import org.stadtbus.connector.StoredFile;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.vault.Vault;

/**
 * Sends the files of a message as parts of MTOM (W3C, 25 January 2005), read from the vault while they go. A file's id is its
 * Content-ID, so that a mapping can name it in an {@code xop:Include}; one that is named nowhere goes along all the same.
 */
final class SentFiles extends AbstractPhaseInterceptor<Message> {
    /** Where in the request context the files lie. */
    static final String FILES = SentFiles.class.getName();

    private final Vault vault;

    SentFiles(Vault vault) {
        super(Phase.PRE_STREAM);
        addBefore(AttachmentOutInterceptor.class.getName());
        this.vault = vault;
    }

    @Override
    public void handleMessage(Message message) {
        if (message.get(FILES) instanceof Collection<?> files && !files.isEmpty()) {
            message.put(Message.MTOM_ENABLED, true);
            message.setAttachments(
                    files.stream().map(Attachment.class::cast).map(this::part).toList());
        }
    }

    private org.apache.cxf.message.Attachment part(Attachment file) {
        AttachmentImpl part = new AttachmentImpl(file.id(), new DataHandler(new StoredFile(vault, file)));
        part.setXOP(true);
        part.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(file.filename(), UTF_8)
                        .build()
                        .toString());
        return part;
    }
}
