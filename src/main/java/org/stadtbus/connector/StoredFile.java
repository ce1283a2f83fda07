package org.stadtbus.connector;

import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.vault.Vault;

/**
 * A file in the vault as a part of what is sent; it is opened each time it is read, and never whole in memory.
 *
 * @param vault where it lies
 * @param file which one
 */
public record StoredFile(Vault vault, Attachment file) implements DataSource {

    /** A file the vault does not give surfaces as an {@link IOException}: at that Angus Mail and CXF cut off what they are sending. */
    @Override
    public InputStream getInputStream() throws IOException {
        try {
            return vault.open(file.sha256());
        } catch (HubException e) {
            throw new IOException(e);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("What is sent is read only");
    }

    @Override
    public String getContentType() {
        return file.contentType();
    }

    @Override
    public String getName() {
        return file.filename();
    }
}
