package org.stadtbus.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** What {@code connectors/<id>/connector.yaml} says of the targets behind a connector. Immutable. */
public final class Connectors {
    private static final String DESCRIPTION = "connector.yaml";
    private static final ObjectMapper YAML = new YAMLMapper();

    private final Set<String> deduplicating;

    private Connectors(Set<String> deduplicating) {
        this.deduplicating = deduplicating;
    }

    /**
     * Reads the descriptions.
     *
     * @param home folder that holds {@code connectors/}; need not hold any
     * @throws HubException permanent, naming the file, when one cannot be read
     */
    public static Connectors load(Path home) {
        Path folder = home.resolve("connectors");
        if (!Files.isDirectory(folder)) {
            return new Connectors(Set.of());
        }
        try (Stream<Path> found = Files.list(folder)) {
            return new Connectors(found.filter(f -> Files.exists(f.resolve(DESCRIPTION)))
                    .filter(Connectors::saysDeduplicates)
                    .map(f -> String.valueOf(f.getFileName()))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean saysDeduplicates(Path folder) {
        Path file = folder.resolve(DESCRIPTION);
        try {
            return YAML.readTree(file.toFile()).path("deduplicates").asBoolean(false);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** True when the procedure's target knows a message that comes a second time; false where nobody says so. */
    public boolean deduplicates(Procedure procedure) {
        return procedure
                .connection()
                .map(Connection::connector)
                .filter(deduplicating::contains)
                .isPresent();
    }

    private static HubException unreadable(Path file, IOException e) {
        return new HubException(
                FailureKind.PERMANENT, "connector-unreadable", "Der Anschluss ist nicht lesbar: " + file, e);
    }
}
