package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/** A note is what a connector still knows after a crash. */
class NotesTest {
    @TempDir
    Path folder;

    @Test
    void noteSurvivesARestart() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            broker.broker().notes().write("xta-kfz", "nachricht-1", "urn:id:1");
        }
        try (TestBroker again = TestBroker.start(folder)) {
            assertThat(again.broker().notes().read("xta-kfz", "nachricht-1")).contains("urn:id:1");
        }
    }

    @Test
    void theFirstTextUnderAKeyStands() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            Notes notes = broker.broker().notes();
            assertThat(notes.write("xta-kfz", "nachricht-1", "erste")).isEqualTo("erste");
            assertThat(notes.write("xta-kfz", "nachricht-1", "zweite")).isEqualTo("erste");
            assertThat(notes.read("xta-kfz", "nachricht-1")).contains("erste");
        }
    }

    @Test
    void booksKnowNothingOfEachOther() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            broker.broker().notes().write("xta-kfz", "nachricht-1", "eins");
            assertThat(broker.broker().notes().read("xta-melde", "nachricht-1")).isEmpty();
        }
    }

    @Test
    void deliveryInHandReadsAndWritesNotes() throws Exception {
        CompletableFuture<String> noted = new CompletableFuture<>();
        try (TestBroker broker = TestBroker.start(folder)) {
            Notes notes = broker.broker().notes();
            Envelope envelope = Envelope.builder("n-1", "v-1", Instant.EPOCH).build();
            broker.broker()
                    .send(new Outbox().send(new Outgoing("out.kfz", new Message(envelope, new byte[0]), "n-1", "")));
            try (TransactedConsumer delivery = broker.broker().consume("out.kfz", 1, received -> {
                notes.read("xta-kfz", "nachricht-1");
                noted.complete(notes.write("xta-kfz", "nachricht-1", "urn:id:1"));
                return new Outbox();
            })) {
                assertThat(noted.get(20, TimeUnit.SECONDS)).isEqualTo("urn:id:1");
            }
            assertThat(notes.read("xta-kfz", "nachricht-1")).contains("urn:id:1");
        }
    }
}
