package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.InHand.Note;

/** What the file of messages in hand remembers; a process that dies is one that never closes its notes. */
class InHandTest {
    @TempDir
    Path folder;

    @Test
    void deathsOfTheProcessWithAMessageInHandAreCounted() {
        for (int deaths = 0; deaths < 6; deaths++) {
            assertThat(open().begin("ID:bomb").deaths()).isEqualTo(deaths);
        }
    }

    @Test
    void messageThatWasFinishedIsForgotten() {
        open().begin("ID:bomb");
        try (Note note = open().begin("ID:bomb")) {
            assertThat(note.deaths()).isEqualTo(1);
        }
        assertThat(open().begin("ID:bomb").deaths()).isZero();
    }

    @Test
    void messageThatIsNotTakenAfterADeathIsRememberedThroughTheNext() {
        open().begin("ID:bomb");
        open().begin("ID:other");
        InHand third = open();
        try (Note note = third.begin("ID:bomb")) {
            assertThat(note.deaths()).isEqualTo(1);
        }
        try (Note note = third.begin("ID:other")) {
            assertThat(note.deaths()).isEqualTo(1);
        }
    }

    @Test
    void moreMessagesThanTheFileHoldsAreHandledAllTheSame() {
        InHand notes = open();
        for (int i = 0; i < 5000; i++) {
            assertThat(notes.begin("ID:" + i).deaths()).isZero();
        }
    }

    private InHand open() {
        return new InHand(folder.resolve("in-hand"));
    }
}
