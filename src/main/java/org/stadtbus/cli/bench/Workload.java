package org.stadtbus.cli.bench;

/**
 * What is sent at a time.
 *
 * @param kilobytes size of one message
 * @param senders messages under way at a time
 * @param targets target procedures the messages are spread over
 */
public record Workload(int kilobytes, int senders, int targets) {
    @Override
    public String toString() {
        return "%d KB, %d Sender, %d %s".formatted(kilobytes, senders, targets, targets == 1 ? "Ziel" : "Ziele");
    }
}
