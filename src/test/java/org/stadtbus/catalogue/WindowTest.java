package org.stadtbus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Maintenance windows follow the clock on the wall, also in the nights it is changed. */
class WindowTest {
    private final Window night = Window.of("0 0 22 * * *", "8h");
    private final Window early = Window.of("0 30 2 * * *", "1h");

    @Test
    void windowIsOpenFromItsBeginToItsEnd() {
        assertThat(night.openUntil(Instant.parse("2026-11-24T20:59:59Z"))).isEmpty();
        assertThat(night.openUntil(Instant.parse("2026-11-24T21:00:00Z")))
                .contains(Instant.parse("2026-11-25T05:00:00Z"));
        assertThat(night.openUntil(Instant.parse("2026-11-25T04:59:59Z")))
                .contains(Instant.parse("2026-11-25T05:00:00Z"));
        assertThat(night.openUntil(Instant.parse("2026-11-25T05:00:00Z"))).isEmpty();
    }

    @Test
    void windowInTheNightTheClockGoesForwardLastsAtLeastAsLongAsItSays() {
        // 22:00 CET + 8 h = 07:00 CEST
        assertThat(night.openUntil(Instant.parse("2026-03-28T22:00:00Z")))
                .contains(Instant.parse("2026-03-29T05:00:00Z"));
    }

    @Test
    void windowInTheNightTheClockGoesBackEndsByTheClockOnTheWall() {
        // 22:00 CEST + 8 h = 05:00 CET; who reads 06:00 on the wall is right
        assertThat(night.openUntil(Instant.parse("2026-10-24T21:00:00Z")))
                .contains(Instant.parse("2026-10-25T05:00:00Z"));
    }

    @Test
    void windowThatBeginsInTheHourThatIsMissingOpensAllTheSame() {
        assertThat(early.openUntil(Instant.parse("2026-03-29T00:59:59Z"))).isEmpty();
        assertThat(early.openUntil(Instant.parse("2026-03-29T01:30:00Z"))).isPresent();
    }

    @Test
    void windowThatBeginsInTheHourThatComesTwiceIsOpenBothTimes() {
        assertThat(early.openUntil(Instant.parse("2026-10-25T00:30:00Z"))).isPresent();
        assertThat(early.openUntil(Instant.parse("2026-10-25T01:45:00Z"))).isPresent();
        assertThat(early.openUntil(Instant.parse("2026-10-25T02:30:00Z"))).isEmpty();
    }
}
