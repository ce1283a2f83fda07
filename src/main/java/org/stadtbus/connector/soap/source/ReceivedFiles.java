package org.stadtbus.connector.soap.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.stadtbus.connector.soap.Includes;
import org.stadtbus.connector.soap.source.SourceSettings.FileLimit;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.FileNames;
import org.stadtbus.vault.Vault;

/**
 * Puts the parts of a call into the vault as they come, be they named in its XML (MTOM) or only beside it (SOAP Messages with
 * Attachments). Nothing holds one whole in memory. A part's Content-ID is the attachment's id.
 */
final class ReceivedFiles {
    private static final String TOO_LARGE = "too-large";

    private final Vault vault;
    private final String drawer;
    private final FileLimit limit;

    ReceivedFiles(Vault vault, String drawer, FileLimit limit) {
        this.vault = vault;
        this.drawer = drawer;
        this.limit = limit;
    }

    /**
     * Reads all of them.
     *
     * @param parts as CXF reads them off the wire, one after the other
     * @throws HubException rejected when none are wanted, they are too large, share an id, or one is missing; else as the vault's
     * @throws IOException when the caller breaks off
     */
    List<Attachment> store(Call call, Collection<org.apache.cxf.message.Attachment> parts) throws IOException {
        List<Attachment> files = new ArrayList<>();
        long left = limit.bytes();
        for (org.apache.cxf.message.Attachment part : parts) {
            if (!limit.wanted()) {
                throw SourceFailures.filesUnwanted();
            }
            Attachment file = store(part, left);
            if (file.id().isEmpty()
                    || files.stream().anyMatch(other -> other.id().equals(file.id()))) {
                throw SourceFailures.fileTwice();
            }
            files.add(file);
            left -= file.size();
        }
        if (!Includes.lead(call.envelope().getOwnerDocument(), files)) {
            throw SourceFailures.fileMissing();
        }
        return files;
    }

    private Attachment store(org.apache.cxf.message.Attachment part, long left) throws IOException {
        try (InputStream bytes = part.getDataHandler().getInputStream()) {
            Vault.Stored stored = vault.store(drawer, bytes, left);
            String id = Objects.requireNonNullElse(part.getId(), "");
            String type =
                    Objects.requireNonNullElse(part.getDataHandler().getContentType(), "application/octet-stream");
            return new Attachment(id, FileNames.safe(name(part, id)), type, "", stored.size(), stored.sha256());
        } catch (HubException e) {
            throw e.problemCode().equals(TOO_LARGE) ? SourceFailures.filesTooLarge(limit.bytes()) : e;
        }
    }

    private static String name(org.apache.cxf.message.Attachment part, String id) {
        return Optional.ofNullable(part.getHeader("Content-Disposition"))
                .map(ContentDisposition::parse)
                .map(ContentDisposition::getFilename)
                .orElse(id);
    }
}
