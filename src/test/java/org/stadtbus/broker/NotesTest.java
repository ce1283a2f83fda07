package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void notesAreReadAndWrittenWithAMessageInHand() throws Exception {
        List<String> read = new CopyOnWriteArrayList<>();
        try (TestBroker broker = TestBroker.start(folder)) {
            Notes notes = broker.broker().notes();
            TransactedConsumer consumer = broker.broker().consume("ziel", 1, received -> {
                notes.write("bebpo-gericht", "nachricht-1", "eins");
                read.add(notes.read("bebpo-gericht", "nachricht-1").orElse(""));
                return new Outbox();
            });
            broker.broker().send(new Outbox().send(Texts.to("ziel", "hallo")));
            await().untilAsserted(() -> assertThat(read).contains("eins"));
            consumer.close();
        }
    }
}
