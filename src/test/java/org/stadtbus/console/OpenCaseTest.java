package org.stadtbus.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.CaseNote;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.Events;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.ReceivedEvent;

/** Clearing cases on a journey's page. */
class OpenCaseTest {
    private static final String CASE = "11111111-2222-8333-8444-555555555555";
    private static final CaseNote.Failure WHY = new CaseNote.Failure(
            FailureKind.PERMANENT, "http-422", "Das Ziel hat mit HTTP 422 geantwortet.", "Zustellung", false);

    @Test
    void pageShowsTheOpenCaseWithItsSentenceAndIdUntilSomebodySolvedIt(@TempDir Path folder) throws Exception {
        Events events = SampleJourneys.building("BA-1", Instant.parse("2026-11-24T07:00:00Z"));
        try (ConsoleServer server = ConsoleServer.start(folder, "sandbox")) {
            List<ReceivedEvent> all = SampleJourneys.forwarded(events, "rest");
            all.add(noted(events, EventType.CLEARING, JourneyState.CLEARING, "offen", 0));
            server.project(all);
            String open =
                    server.visitor().get("/vorgaenge/" + events.journeyId()).body();

            server.project(List.of(noted(events, EventType.CLOSED, null, "geschlossen", 1)));
            String closed =
                    server.visitor().get("/vorgaenge/" + events.journeyId()).body();

            assertThat(open)
                    .contains(
                            CASE, "Klärfall: ", WHY.sentence(), "Fachdienst 433 Bauordnung und Denkmalschutz", "Offen");
            assertThat(closed).doesNotContain(CASE);
        }
    }

    private static ReceivedEvent noted(
            Events events,
            EventType type,
            @org.jspecify.annotations.Nullable JourneyState state,
            String caseState,
            long version) {
        JournalEvent plain = events.event(type, SampleJourneys.APPLICATION, "bauantraege", "Satz.", state, null)
                .event();
        CaseNote note = new CaseNote(
                CASE,
                version,
                caseState,
                "fachdienst-433-bauordnung-und-denkmalschutz",
                "out.bauantraege",
                version == 0 ? WHY : null,
                version == 0 ? null : new CaseNote.Handling("geschlossen", "anna", "erledigt", null));
        return new ReceivedEvent(
                new JournalEvent(
                        plain.eventId(),
                        plain.type(),
                        plain.at(),
                        plain.system(),
                        plain.sentence(),
                        plain.state(),
                        plain.envelope(),
                        null,
                        note),
                null);
    }
}
