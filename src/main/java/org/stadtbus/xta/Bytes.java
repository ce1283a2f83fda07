package org.stadtbus.xta;

import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes to be sent as an MTOM part, opened when they are sent. */
public final class Bytes implements DataSource {
    private final Source source;

    private Bytes(Source source) {
        this.source = source;
    }

    /** Opens a stream; called once per sending. */
    @FunctionalInterface
    public interface Source {
        /** A new stream, closed by who reads it. */
        InputStream open() throws IOException;
    }

    /** Bytes that are opened when they are sent. */
    public static DataSource of(Source source) {
        return new Bytes(source);
    }

    /** Bytes that are there. */
    public static DataSource of(byte[] bytes) {
        return new Bytes(() -> new ByteArrayInputStream(bytes));
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return source.open();
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("these bytes are sent, not written");
    }

    @Override
    public String getContentType() {
        return "application/octet-stream";
    }

    @Override
    public String getName() {
        return "";
    }
}
