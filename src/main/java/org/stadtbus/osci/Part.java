package org.stadtbus.osci;

import java.io.IOException;
import java.io.InputStream;

/**
 * A MIME part beside the envelope.
 *
 * @param id its Content-ID without angle brackets; what {@code cid:} refers to
 * @param type media type
 * @param source its bytes, as often as they are asked for
 */
public record Part(String id, String type, Source source) {

    /** Opens a stream of the same bytes each time. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
