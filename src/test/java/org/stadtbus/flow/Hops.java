package org.stadtbus.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.stadtbus.broker.Received;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.EnvelopeBuilder;
import org.stadtbus.envelope.Message;

/** Hops of messages nobody sent. */
final class Hops {
    private Hops() {}

    /** A message of procedure {@code test} with this file's text. */
    static Hop of(Path file) throws IOException {
        return of(Files.readString(file));
    }

    static Hop of(String text) {
        return of(Envelope.builder("handed-in", "handed-in", Instant.EPOCH).channel("test"), text);
    }

    static Hop of(EnvelopeBuilder envelope, String text) {
        Message message = new Message(envelope.extension("xml").build(), text.getBytes(UTF_8));
        return new Hop(new Received(message, 1), FlowBench.QUEUE, Clock.systemUTC());
    }
}
