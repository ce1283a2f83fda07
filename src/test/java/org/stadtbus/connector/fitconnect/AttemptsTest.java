package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-24T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hands clock = new Hands();
    private final Attempts attempts = new Attempts(Duration.ofSeconds(1), clock);

    @Test
    void whatIsInHandIsNotBegunAgain() {
        assertThat(attempts.look().begin("a")).isTrue();
        assertThat(attempts.look().begin("a")).isFalse();
        attempts.done("a");
        assertThat(attempts.look().begin("a")).isTrue();
    }

    @Test
    void whatEndsWhileTheListIsOnItsWayIsNotBegunAgainFromThatList() {
        attempts.look().begin("a");
        Attempts.Look look = attempts.look();
        attempts.done("a");

        assertThat(look.begin("a")).as("listed before it ended").isFalse();
        assertThat(look.begin("b")).as("not in hand before").isTrue();
        assertThat(attempts.look().begin("a")).as("listed afterwards").isTrue();
    }

    @Test
    void whatFailsWaitsTwiceAsLongEachTimeButNeverLongerThanTenMinutes() {
        for (int failures = 1; failures <= 40; failures++) {
            long pause = failures > 10 ? 600 : Math.min(600, 1L << (failures - 1));
            assertThat(attempts.look().begin("a")).isTrue();
            assertThat(attempts.failed("a")).isEqualTo(failures);
            clock.now = clock.now.plusSeconds(pause).minusMillis(1);
            assertThat(attempts.look().begin("a"))
                    .as("too early after failure %s", failures)
                    .isFalse();
            assertThat(attempts.look().begin("b" + failures)).as("another").isTrue();
            clock.now = clock.now.plusMillis(1);
        }
    }

    @Test
    void clockThatIsSetBackAnHourDelaysNothing() {
        attempts.look().begin("a");
        attempts.failed("a");
        clock.now = clock.now.minus(Duration.ofHours(1));
        assertThat(attempts.look().begin("a")).isTrue();
    }

    @Test
    void whatIsNotListedAnyMoreIsForgotten() {
        attempts.look().begin("failed");
        attempts.failed("failed");
        attempts.look().begin("in hand");
        attempts.keepOnly(Set.of());

        assertThat(attempts.look().begin("failed")).isTrue();
        assertThat(attempts.look().begin("in hand")).isFalse();
    }
}
