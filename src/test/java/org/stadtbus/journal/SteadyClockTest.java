package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Step;

/** A clock that is set back, or forward, puts nothing out of order. */
class SteadyClockTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Settable machine = new Settable();
    private final SteadyClock clock = new SteadyClock(machine, Instant.MIN);

    @Test
    void timeGoesOnWhileTheClockIsSetBackAnHourAndUntilItHasCaughtUp() {
        Instant before = clock.instant();
        machine.now = NOON.minus(Duration.ofHours(1));
        Instant jumped = clock.instant();
        Instant later = clock.instant();
        machine.now = NOON.plusSeconds(1);

        assertThat(List.of(before, jumped, later, clock.instant())).isSorted().doesNotHaveDuplicates();
        assertThat(clock.instant()).isBefore(NOON.plusSeconds(2));
    }

    @Test
    void jumpForwardIsFollowedAndTheWayBackIsNot() {
        machine.now = NOON.plus(Duration.ofHours(1));
        Instant ahead = clock.instant();
        machine.now = NOON;
        assertThat(clock.instant()).isAfter(ahead).isBefore(ahead.plusSeconds(1));
    }

    @Test
    void clockThatWasWrongByDaysIsCorrected() {
        machine.now = NOON.plus(Duration.ofDays(9));
        clock.instant();
        machine.now = NOON;
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void hubStartedAfterAJumpBackGoesOnBehindItsNewestEvent() {
        machine.now = NOON.minus(Duration.ofHours(1));
        assertThat(new SteadyClock(machine, NOON).instant()).isAfter(NOON);
    }

    @Test
    void stateThatComesAfterAJumpBackIsTheJourneysState(@TempDir Path folder) {
        JournalDatabase db = JournalDatabase.h2(folder);
        Events before = Events.journey("99012018001000", "A-1", clock.instant());
        db.projector()
                .project(List.of(before.state(EventType.STATE, "0200", "stadtbus", "A.", JourneyState.FORWARDED)));
        machine.now = NOON.plusSeconds(2);
        clock.instant();
        machine.now = NOON.minus(Duration.ofHours(1));
        db.projector().project(List.of(at(clock.instant(), before, "In Prüfung.", JourneyState.IN_REVIEW)));
        db.projector().project(List.of(at(clock.instant(), before, "Es fehlt.", JourneyState.DOCUMENTS_MISSING)));

        assertThat(db.queries().journey(before.journeyId()).orElseThrow().state())
                .isEqualTo(JourneyState.DOCUMENTS_MISSING);
        assertThat(db.queries().steps(before.journeyId()))
                .extracting(Step::sentence)
                .containsExactly("A.", "In Prüfung.", "Es fehlt.");
    }

    private static ReceivedEvent at(Instant when, Events journey, String sentence, JourneyState state) {
        JournalEvent e = journey.state(EventType.STATE, "0201", "stadtbus", sentence, state)
                .event();
        return new ReceivedEvent(
                new JournalEvent(e.eventId(), e.type(), when, e.system(), sentence, state, e.envelope(), null), null);
    }

    private static final class Settable extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
