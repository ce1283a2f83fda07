package org.stadtbus.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Ids and digests that come out the same each time the same thing is done again, so that a redo is recognised. */
public final class Ids {
    private Ids() {}

    /**
     * UUID (version 8, RFC 9562 section 5.8) made of the SHA-256 of the parts; equal parts give the equal id.
     *
     * @param parts the things that make the message what it is, e.g. parent id and mapping
     */
    public static String derived(String... parts) {
        return uuid(digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
    }

    /** Id of the message an application came in as, made of its journey's id. */
    public static String application(String journeyId) {
        return derived(journeyId, "application");
    }

    /** Version 8 UUID from the first 16 of at least 16 given bytes. */
    public static String uuid(byte[] bytes) {
        ByteBuffer b = ByteBuffer.wrap(bytes);
        long high = (b.getLong() & 0xffffffffffff0fffL) | 0x0000000000008000L;
        long low = (b.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** SHA-256 of the bytes as lower-case hex. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
