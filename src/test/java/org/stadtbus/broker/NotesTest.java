package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
