package org.stadtbus.connector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** A neighbour's files while one message is dropped. Paths are those of the protocol, with {@code /} between their parts. */
public interface Folder extends AutoCloseable {

    /** Opens a way to the neighbour's files. */
    @FunctionalInterface
    interface Opener {
        /**
         * The open way; the caller closes it.
         *
         * @throws IOException when there is none now
         */
        Folder open() throws IOException;
    }

    /** Size of a file in bytes; empty when there is none. */
    OptionalLong size(String path) throws IOException;

    /** SHA-256 of a file's bytes as lower-case hex; empty when the neighbour does not let the hub read it. */
    Optional<String> sha256(String path) throws IOException;

    /** Writes a file to the stream's end, over one of the same name; closes the stream. */
    void write(String path, InputStream bytes) throws IOException;

    /** Gives a file its final name. */
    void rename(String from, String to) throws IOException;

    @Override
    void close();
}
