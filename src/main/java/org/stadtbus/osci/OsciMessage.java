package org.stadtbus.osci;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.w3c.dom.Document;

/**
 * An order or an answer, not encrypted for the transport.
 *
 * @param envelope its SOAP envelope
 * @param parts attachments, encrypted for the reader
 * @param files what must be let go of when the message is no longer needed
 */
public record OsciMessage(Document envelope, List<Part> parts, Closeable files) implements Closeable {

    /** A message that holds no files. */
    public OsciMessage(Document envelope, List<Part> parts) {
        this(envelope, parts, () -> {});
    }

    /** Reads it. */
    public Envelope read() throws OsciException {
        return Envelope.of(envelope);
    }

    /** Bytes of the attachment that {@code cid:} refers to. */
    InputStream attachment(String id) throws IOException {
        for (Part part : parts) {
            if (part.id().equals(id)) {
                return part.source().open();
            }
        }
        throw new IOException("No attachment " + id);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
