package org.stadtbus.mapping;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** A mapping asks for the authorities it needs, and fails as the directory does. */
class AuthoritiesTest {
    private static final HubException AWAY =
            new HubException(FailureKind.TRANSIENT, "dvdv-unreachable", "Das Verzeichnis ist nicht da.");

    private final Mappings mappings = Mappings.load(Path.of("mappings"), role -> {
        throw AWAY;
    });

    @Test
    void messageThatNeedsAnAuthorityWaitsForTheDirectory() {
        assertThatThrownBy(() -> apply("antwort-to-xbau1100", "leer.in.json")).isSameAs(AWAY);
    }

    @Test
    void messageThatNeedsNoneIsMappedWhileTheDirectoryIsAway() {
        assertThatCode(() -> apply("gewerbeanmeldung-to-csv", "euro-und-hatschek.in.json"))
                .doesNotThrowAnyException();
    }

    private void apply(String mapping, String sample) throws IOException {
        Path file = Path.of("mappings", mapping, "samples", sample);
        mappings.find(mapping).apply(Files.readAllBytes(file), context());
    }

    private static MappingContext context() {
        return SampleEnvelope.context("{}");
    }
}
