package org.stadtbus.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyIdsTest {
    @TempDir
    Path keys;

    @Test
    void sameReferenceLeadsToTheSameJourneyAfterARestart() {
        String before = new JourneyIds(keys.resolve("intake.key")).of("rest", "a:1");

        assertThat(new JourneyIds(keys.resolve("intake.key")).of("rest", "a:1")).isEqualTo(before);
    }

    @Test
    void nobodyWithoutTheSecretCanGuessAJourney() {
        String here = new JourneyIds(keys.resolve("here/intake.key")).of("rest", "a:1");

        assertThat(new JourneyIds(keys.resolve("there/intake.key")).of("rest", "a:1"))
                .isNotEqualTo(here);
    }

    @Test
    void onlyItsOwnerMayReadTheSecret() throws IOException {
        new JourneyIds(keys.resolve("intake.key")).of("rest", "a:1");

        assertThat(Files.getPosixFilePermissions(keys.resolve("intake.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
