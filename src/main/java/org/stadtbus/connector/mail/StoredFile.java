package org.stadtbus.connector.mail;

import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.vault.Vault;

/** A file in the vault as a part of a mail; it is opened each time it is read, and never whole in memory. */
record StoredFile(Vault vault, Attachment file) implements DataSource {

    /** Angus Mail cuts the connection, and with it the unfinished mail, at an {@link IOException} only. */
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
        throw new UnsupportedOperationException("A mail changes no file");
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
