package org.stadtbus.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stadtbus.vault.Copy;

class VerdictTest {
    private static final Copy TODAY = copy("a", "2026-11-24");
    private static final Copy OLD = copy("a", "2026-11-20");
    private static final Copy OLDER_ELSEWHERE = copy("b", "2026-11-10");

    private final Verdict verdict = new Verdict(Instant.parse("2026-11-24T10:00:00Z"), Duration.ofHours(24));

    @Test
    void aCopyIsOldWhenItsDayAndTheGracePeriodAreOver() {
        assertThat(verdict.isOld(copy("a", "2026-11-22"))).isTrue();
        assertThat(verdict.isOld(copy("a", "2026-11-23"))).isFalse();
        assertThat(verdict.isOld(TODAY)).isFalse();
    }

    @Test
    void whatNobodyNeedsGoesWhenItIsOld() {
        assertThat(verdict.removable(List.of(TODAY, OLD, OLDER_ELSEWHERE), Set.of()))
                .containsExactly(OLD, OLDER_ELSEWHERE);
    }

    @Test
    void ofANeededDrawerTheNewestCopyStays() {
        assertThat(verdict.removable(List.of(TODAY, OLD, OLDER_ELSEWHERE), Set.of("a")))
                .containsExactly(OLD, OLDER_ELSEWHERE);
        assertThat(verdict.removable(List.of(OLD, OLDER_ELSEWHERE), Set.of("a", "b")))
                .isEmpty();
    }

    @Test
    void theLastCopyOfANeededContentStaysInWhateverDrawerItLies() {
        assertThat(verdict.removable(List.of(OLDER_ELSEWHERE), Set.of("a"))).isEmpty();
        assertThat(verdict.removable(List.of(OLD, OLDER_ELSEWHERE), Set.of("c")))
                .containsExactly(OLDER_ELSEWHERE);
    }

    private static Copy copy(String drawer, String day) {
        return new Copy("0".repeat(64), drawer, LocalDate.parse(day));
    }
}
