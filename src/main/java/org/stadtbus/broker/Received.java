package org.stadtbus.broker;

import java.time.Instant;
import org.stadtbus.envelope.Message;

/**
 * A message taken from a queue, not yet committed.
 *
 * @param message envelope and payload
 * @param attempt 1 for the first; a message that was sent {@link Again} carries its number, else the broker counts deliveries
 * @param group messages of one group are handled one after the other; empty for none
 * @param rank its place in its group: lower ones came to the queue earlier; kept when it is sent again
 * @param since when it came to the queue; kept when it is sent again
 * @param origin the queue it first was on, where the broker moved it because its time was over
 * @param deaths how many times the hub's process died with this message in hand
 */
public record Received(
        Message message, int attempt, String group, long rank, Instant since, String origin, int deaths) {

    /** A message without group and history. */
    public Received(Message message, int attempt) {
        this(message, attempt, "", 0, Instant.EPOCH, "", 0);
    }
}
