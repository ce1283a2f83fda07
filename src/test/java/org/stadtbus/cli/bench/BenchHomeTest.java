package org.stadtbus.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.mapping.Authorities;
import org.stadtbus.mapping.Mapping;
import org.stadtbus.mapping.MappingContext;
import org.stadtbus.mapping.Mappings;
import org.stadtbus.standards.Reading;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/** The bench's messages are what its schemas say, before and after its mapping. */
class BenchHomeTest {
    private static final MappingContext CONTEXT =
            new MappingContext("", "", "", "", "", Instant.EPOCH, null, null, List.of());

    @TempDir
    private Path folder;

    private Standards standards;
    private Mapping mapping;

    @BeforeEach
    void makeHome() throws IOException {
        BenchHome home = BenchHome.make(folder, Path.of("").toAbsolutePath());
        standards =
                Standards.load(home.folder().resolve("config"), home.folder().resolve("standards"));
        mapping = Mappings.load(home.folder().resolve("mappings"), Authorities.NONE, standards.processor())
                .find("bench");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 200})
    void messageOfEachSizeIsValidBeforeAndAfterItsMapping(int kilobytes) {
        byte[] message = new Payloads().of(kilobytes, 4711);
        assertThat(message.length).isBetween(kilobytes * 1000, kilobytes * 1024 + 512);
        assertThat(Payloads.number(message)).isEqualTo(4711);
        assertThat(standards.validate("bench-meldung", message)).isInstanceOf(ValidationResult.Valid.class);

        byte[] made = mapping.apply(message, CONTEXT).bytes();
        assertThat(Payloads.number(made)).isEqualTo(4711);
        assertThat(standards.validate("bench-vorgang", made)).isInstanceOf(ValidationResult.Valid.class);
    }

    @Test
    void treeReadForTheSchemaGivesTheSameBytesAsTheMessageReadAgain() {
        byte[] message = new Payloads().of(20, 7);
        Reading reading = standards.read("bench-meldung", message);
        assertThat(reading.tree()).isNotNull();
        assertThat(mapping.apply(message, reading.tree(), CONTEXT).bytes())
                .isEqualTo(mapping.apply(message, CONTEXT).bytes());
    }

    @Test
    void wrongMessageIsStillRefused() {
        byte[] message = new String(new Payloads().of(2, 7), StandardCharsets.UTF_8)
                .replace("bezahlt", "verloren")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(standards.read("bench-meldung", message).result()).isInstanceOf(ValidationResult.Invalid.class);
    }
}
