package org.stadtbus.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/**
 * Notebooks on the broker: a short text under a key, durable when written, there for every hub node. For what a connector must still
 * know after a crash although the peer alone could tell it, such as the message id a provider gave. A book keeps its newest 5,000
 * notes; a key is written once.
 */
public final class Notes {
    private final Broker broker;

    Notes(Broker broker) {
        this.broker = broker;
    }

    /**
     * Writes a note.
     *
     * @param book whose notebook, letters, digits and {@code -}
     * @param key letters, digits and {@code -}
     * @return what stands under the key now: this text, or the one that was there before
     * @throws HubException transient when the broker does not confirm
     */
    public String write(String book, String key, String text) {
        boolean fresh = broker.send(new Outbox().send(note(book, key, text)));
        return fresh ? text : read(book, key).orElse(text);
    }

    /** A note to be written together with other things; where the key has one, nothing of that is sent. */
    public static Outgoing note(String book, String key, String text) {
        Envelope envelope =
                Envelope.builder(key, key, Instant.EPOCH).channel(book).build();
        Message note = new Message(envelope, text.getBytes(UTF_8));
        return Outgoing.shelved(Queues.notes(book), note, new Shelf.Label(key, 0));
    }

    /**
     * The text under this key; empty when there is none.
     *
     * @throws HubException transient when the broker does not answer
     */
    public Optional<String> read(String book, String key) {
        return broker.shelf()
                .look(Queues.notes(book), new Shelf.Label(key, 0))
                .map(note -> new String(note.payload(), UTF_8));
    }
}
