package org.stadtbus.vault;

import java.io.InputStream;
import java.nio.file.Path;

/** Encrypted store of payloads, addressed by the SHA-256 of their plain bytes. Storing the same bytes twice stores once. */
public interface Vault {

    /**
     * Stores the stream to its end; when this returns the bytes are on disk (fsync).
     *
     * @param limit refuse more than this many bytes
     * @throws org.stadtbus.envelope.HubException rejected ({@code too-large}) above the limit; transient when the disk refuses
     */
    Stored store(InputStream bytes, long limit);

    /** Stores a small payload. */
    Stored store(byte[] bytes);

    /**
     * Opens what was stored; the caller closes it. Tampered bytes surface as an {@link java.io.IOException} while reading.
     *
     * @throws org.stadtbus.envelope.HubException permanent ({@code payload-gone}) when nothing lies under this address
     */
    InputStream open(String sha256);

    /** True when something lies under this address. */
    boolean holds(String sha256);

    /** What was stored: its address and its size in plain bytes. */
    record Stored(String sha256, long size) {}

    /** Folder for spooling on the way in, on the vault's disk; files there are forgotten at start. */
    Path spool();
}
