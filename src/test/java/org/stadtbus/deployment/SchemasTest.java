package org.stadtbus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.standards.FormSchema;

/** The JSON Schemas of our own files help an editor and say the same as the code. */
class SchemasTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schema");

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void everyKindOfOurOwnHasASchemaThatIsOne(FileKind kind) {
        if (kind.own()) {
            assertThat(new FormSchema().check(SCHEMAS.resolve(kind.schemaFile())))
                    .isEmpty();
        }
    }

    @Test
    void noSchemaIsLeftOver() throws IOException {
        List<String> used = Arrays.stream(FileKind.values())
                .filter(FileKind::own)
                .map(FileKind::schemaFile)
                .distinct()
                .toList();
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void statesAreThoseOfAJourney() throws IOException {
        List<String> codes =
                Arrays.stream(JourneyState.values()).map(JourneyState::code).toList();
        List<String> ofRoutes = new ArrayList<>();
        read("route.schema.json")
                .at("/properties/states/properties")
                .fieldNames()
                .forEachRemaining(ofRoutes::add);
        List<String> ofTests = new ArrayList<>();
        read("test.schema.json").at("/$defs/expectation/properties/state/enum").forEach(n -> ofTests.add(n.asText()));
        assertThat(ofRoutes).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(ofTests).containsExactlyInAnyOrderElementsOf(codes);
    }

    private static JsonNode read(String schema) throws IOException {
        return new ObjectMapper().readTree(SCHEMAS.resolve(schema).toFile());
    }
}
