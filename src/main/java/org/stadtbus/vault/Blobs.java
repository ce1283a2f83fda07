package org.stadtbus.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Where encrypted bytes lie. Names are relative paths with slashes. A name is there with all its bytes, durably, or not at all;
 * different processes may work on one store at the same time.
 */
interface Blobs {

    /**
     * Keeps a file's bytes under this name, in place of what was there; durable when this returns.
     *
     * @param file a file in the spool, on disk already; may be gone afterwards
     */
    void put(String name, Path file) throws IOException;

    /**
     * Opens what lies under this name; closing it early is cheap.
     *
     * @throws java.nio.file.NoSuchFileException when there is nothing
     */
    InputStream open(String name) throws IOException;

    /** True when something lies under this name; it is durable then, whoever put it. */
    boolean keeps(String name) throws IOException;

    /** All names that begin so, in any order. The prefix holds the name's first slash. */
    List<String> list(String prefix) throws IOException;

    /** Removes what lies under this name; nothing happens when there is nothing. */
    void delete(String name) throws IOException;

    /** Gives back what broken-off {@link #put} calls from before this moment hold. */
    void tidy(Instant before) throws IOException;
}
