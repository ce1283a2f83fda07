package org.stadtbus.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * A copy's data key wrapped anew: a small blob beside the copy, which so stays as it is. It counts instead of the copy's own header,
 * as long as both are of one file.
 */
final class Rewrap {
    static final String SUFFIX = ".key";

    private Rewrap() {}

    private static Optional<Header> read(Blobs blobs, Copy copy) throws IOException, GeneralSecurityException {
        try (InputStream in = blobs.open(copy.keyName())) {
            return Optional.of(Header.read(in));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** The header that counts: the one beside the copy where it belongs to the same file, else the copy's own. */
    static Header current(Blobs blobs, Copy copy, Header own) throws IOException, GeneralSecurityException {
        return read(blobs, copy).filter(own::sameFile).orElse(own);
    }
}
