package org.stadtbus.journal;

import java.nio.charset.StandardCharsets;
import org.stadtbus.envelope.Ids;

/** How one event's hash follows from the one before: SHA-256 of the previous hash, a line feed and the event's JSON. */
final class HashChain {
    /** What stands in for the hash before the first event. */
    static final String START = "0".repeat(64);

    private HashChain() {}

    static String next(String previousHash, String eventJson) {
        return Ids.sha256((previousHash + "\n" + eventJson).getBytes(StandardCharsets.UTF_8));
    }
}
