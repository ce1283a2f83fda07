package org.stadtbus.osci;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What author and reader exchange.
 *
 * @param payload the message
 * @param files attachments, not encrypted; their ids are their file names
 * @param signers whose good signatures it carries; empty for what is still to be signed
 */
public record Content(byte[] payload, List<Part> files, List<X509Certificate> signers) {

    /** Content still to be signed. */
    public Content(byte[] payload, List<Part> files) {
        this(payload, files, List.of());
    }
}
