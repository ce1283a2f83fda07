package org.stadtbus.osci;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings what arrives into a file, as long as it is not too large. */
public final class Spooled {
    private static final int BLOCK = 1 << 16;

    private Spooled() {}

    /** More arrived than is taken. */
    public static final class TooLarge extends IOException {
        TooLarge(long largest) {
            super("More than " + largest + " bytes arrived");
        }
    }

    /**
     * Keeps a message.
     *
     * @param spool folder where it lies
     * @param largest bytes that are taken at most
     * @return a new file, the caller's to delete
     * @throws TooLarge when there is more; nothing is kept then
     */
    public static Path keep(InputStream body, Path spool, long largest) throws IOException {
        Path file = Files.createTempFile(spool, "osci", ".eingang");
        try (OutputStream out = Files.newOutputStream(file)) {
            long left = largest;
            byte[] block = new byte[BLOCK];
            for (int n = body.read(block); n >= 0; n = body.read(block)) {
                left -= n;
                if (left < 0) {
                    throw new TooLarge(largest);
                }
                out.write(block, 0, n);
            }
            return file;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
