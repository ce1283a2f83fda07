package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.Message;

/** A message becomes a note in the eAkte. */
class NotingTest extends EakteTest {

    @Test
    void textIsNotedOnTheCaseOnce() {
        filing.file(applications.application("bau"));
        Message note = applications.text("bau", "Unterlagen sind vollständig.");

        String receipt = onCase().perform(note);
        onCase().perform(note);

        assertThat(receipt).isEqualTo("eAkte, Notiz an Objekt 1");
        assertThat(enaio.notes(enaio.cases().get(0)))
                .containsExactly("Unterlagen sind vollständig.\n[Stadtbus "
                        + note.envelope().messageId() + "]");
    }

    @Test
    void sameTextOfAnotherMessageIsAnotherNote() {
        onCase().perform(applications.text("bau", "Frist verlängert."));
        onCase().perform(applications.text("bau", "Frist verlängert. "));

        assertThat(enaio.notes(enaio.cases().get(0))).hasSize(2);
    }

    @Test
    void documentIsNotedOnWhereTheOperatorSaysSo() {
        filing.file(applications.application("bau", "Plan"));
        Wanted wanted = new Wanted("StadtbusVorgang", Wanted.Value.VORGANG);
        Documents documents = new Documents(client(), "Schriftstueck");

        new Noting(client(), message -> documents.one(wanted, message)).perform(applications.text("bau", "Geprüft."));

        assertThat(enaio.notes(enaio.documents().get(0))).hasSize(1);
        assertThat(enaio.notes(enaio.documents().get(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noteWhoseAnswerWasLostIsNotMadeAgain(int request) {
        Message note = applications.text("bau", "Unterlagen sind vollständig.");
        door.hangUpAt(request);

        assertFails(() -> onCase().perform(note), FailureKind.TRANSIENT, "enaio-unreachable");
        onCase().perform(note);

        assertThat(enaio.notes(enaio.cases().get(0))).hasSize(1);
    }

    @Test
    void messageThatIsNoTextNeedsAPerson() {
        assertFails(
                () -> onCase().perform(applications.application("bau")), FailureKind.PERMANENT, "enaio-note-not-text");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4001})
    void emptyAndEndlessNotesNeedAPerson(int length) {
        assertFails(
                () -> onCase().perform(applications.text("bau", "x".repeat(length))),
                FailureKind.PERMANENT,
                "enaio-note-length");
    }

    private Noting onCase() {
        return new Noting(client(), new CaseFiles(client(), "Vorgang", "", Set.of())::of);
    }
}
