package org.stadtbus.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/**
 * How far a source has read, on the broker: durable when moved, and found by whichever hub node reads on. A bookmark moves one step
 * at a time; whoever moves it from where it no longer is has lost the turn to another node.
 */
public final class Bookmarks {
    private final Broker broker;

    Bookmarks(Broker broker) {
        this.broker = broker;
    }

    /**
     * A place in what a source reads.
     *
     * @param step how often the bookmark was moved; 0 at the beginning
     * @param text the place in the source's own words; empty at the beginning
     */
    public record Bookmark(long step, String text) {
        /** Where a source begins that has read nothing. */
        public static final Bookmark BEGINNING = new Bookmark(0, "");
    }

    /**
     * Where the bookmark is.
     *
     * @param source whose, letters, digits and {@code -}
     * @throws HubException transient when the broker does not answer
     */
    public Bookmark read(String source) {
        return broker.shelf()
                .last(Queues.bookmark(source))
                .map(Bookmarks::bookmark)
                .orElse(Bookmark.BEGINNING);
    }

    private static Bookmark bookmark(Message message) {
        String[] parts = new String(message.payload(), UTF_8).split("\n", 2);
        return new Bookmark(Long.parseLong(parts[0]), parts[1]);
    }

    /**
     * Moves the bookmark.
     *
     * @param from where it was read
     * @return where it is now
     * @throws HubException transient when somebody has moved it meanwhile, or the broker does not confirm
     */
    public Bookmark move(String source, Bookmark from, String text) {
        Bookmark to = new Bookmark(from.step() + 1, text);
        Envelope envelope =
                Envelope.builder(source, source, Instant.EPOCH).channel(source).build();
        Message message = new Message(envelope, (to.step() + "\n" + text).getBytes(UTF_8));
        boolean moved =
                broker.send(new Outbox().send(new Outgoing(Queues.bookmark(source), message, "step-" + to.step(), "")));
        if (!moved) {
            throw HubException.temporary(
                    "bookmark-moved",
                    "Ein anderer Knoten des Hubs liest diese Quelle bereits weiter.",
                    new IOException("Bookmark " + source + " is beyond step " + from.step()));
        }
        return to;
    }
}
