package org.stadtbus.vault;

import java.io.InputStream;
import java.nio.file.Path;

/**
 * Encrypted store of payloads, addressed by the SHA-256 of their plain bytes. What is stored belongs to a drawer, whose key
 * protects it: the service's LeiKa key, or the id of the procedure that answered while the answer has joined no journey
 * ({@link org.stadtbus.envelope.Envelope#drawer()}). Several drawers may hold the same bytes, each under its own key.
 */
public interface Vault {

    /**
     * Stores the stream to its end; when this returns the bytes are durable.
     *
     * @param drawer whose key protects them
     * @param limit refuse more than this many bytes
     * @throws org.stadtbus.envelope.HubException rejected ({@code too-large}) above the limit; transient ({@code vault-full},
     *     {@code vault-unavailable}) when the store refuses; permanent ({@code vault-key-gone}) when the drawer's key is lost
     */
    Stored store(String drawer, InputStream bytes, long limit);

    /** Stores a small payload. */
    Stored store(String drawer, byte[] bytes);

    /**
     * Opens what was stored, in whichever drawer; the caller closes it. Tampered content surfaces as an
     * {@link java.io.IOException} while reading.
     *
     * @throws org.stadtbus.envelope.HubException permanent ({@code payload-gone}) when nothing lies under this address,
     *     ({@code payload-damaged}) when its header was tampered with, ({@code vault-key-gone}) when no key opens it; transient
     *     ({@code vault-unreadable}) when the store does not answer
     */
    InputStream open(String sha256);

    /** True when something lies under this address. */
    boolean holds(String sha256);

    /** What was stored: its address and its size in plain bytes. */
    record Stored(String sha256, long size) {}

    /** Folder for spooling on the way in, on a local disk; files there are forgotten at start. */
    Path spool();
}
