package org.stadtbus.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hub's signature under the chain up to one event.
 *
 * @param number the event's place in the chain
 * @param hash the event's hash, which covers all before it
 * @param madeAt when it was signed
 * @param previous number of the checkpoint before, 0 for the first; so none can be taken away unseen
 * @param keyId which key signed, see {@link JournalKey#keyId}
 * @param signature Base64 of the Ed25519 signature (RFC 8032)
 * @param timeStamp Base64 of the RFC 3161 response for the hash; absent until there is one
 */
record Checkpoint(
        long number,
        String hash,
        Instant madeAt,
        long previous,
        String keyId,
        String signature,
        @Nullable String timeStamp) {
    /** A checkpoint is due after this many events. */
    static final int EVERY = 1000;

    /** Signs the chain up to this event. */
    static Checkpoint sign(JournalKey key, long number, String hash, Instant madeAt, long previous) {
        Instant stored = Times.stored(madeAt);
        return new Checkpoint(
                number, hash, stored, previous, key.keyId(), key.sign(signed(number, hash, stored, previous)), null);
    }

    /** The bytes that are signed. */
    byte[] signed() {
        return signed(number, hash, madeAt, previous);
    }

    private static byte[] signed(long number, String hash, Instant madeAt, long previous) {
        return ("stadtbus-journal-checkpoint-1\n" + number + "\n" + hash + "\n" + madeAt + "\n" + previous + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
