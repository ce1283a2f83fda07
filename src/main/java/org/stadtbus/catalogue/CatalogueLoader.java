package org.stadtbus.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.SettingsSchema;

/** Reads the catalogue from {@code config/procedures} and {@code routes}, each file checked against its JSON Schema first. */
public final class CatalogueLoader {
    private final ObjectMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(new ParameterNamesModule(JsonCreator.Mode.PROPERTIES))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SettingsSchema procedureRules = SettingsSchema.of("procedures.schema.json");
    private final SettingsSchema routeRules = SettingsSchema.of("route.schema.json");

    private record UnitFile(String unit, List<Entry> procedures) {}

    private record Entry(
            String id,
            String name,
            @Nullable List<String> products,
            String messageStandard,
            String transport,
            String direction,
            String protection,
            int restartPriority,
            String operator,
            @Nullable String contact,
            @Nullable Connection connection,
            @Nullable DeliveryPolicy delivery) {

        Procedure in(String unit) {
            return new Procedure(
                    id,
                    name,
                    unit,
                    products == null ? List.of() : products,
                    messageStandard,
                    transport,
                    direction,
                    protection,
                    restartPriority,
                    operator,
                    contact,
                    Optional.ofNullable(connection),
                    delivery == null ? DeliveryPolicy.DEFAULT : delivery);
        }
    }

    /**
     * Reads and checks everything.
     *
     * @param home folder that holds {@code config/} and {@code routes/}
     * @throws HubException permanent, naming the file, when something cannot be read, breaks its schema, or an id or a unit is
     *     there twice
     */
    public Catalogue load(Path home) {
        List<Procedure> procedures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, String> units = new LinkedHashMap<>();
        for (Path file : files(home.resolve("config/procedures"), ".yaml", 1)) {
            UnitFile unit = read(file, procedureRules, UnitFile.class);
            String slug = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
            if (units.putIfAbsent(unit.unit(), slug) != null) {
                throw unusable(file, "die Einheit " + unit.unit() + " hat schon eine andere Datei", null);
            }
            for (Entry entry : unit.procedures()) {
                if (!seen.add(entry.id())) {
                    throw unusable(file, "die Kennung " + entry.id() + " gibt es zweimal", null);
                }
                procedures.add(entry.in(unit.unit()));
            }
        }
        List<ServiceRoute> routes = files(home.resolve("routes"), "route.yaml", 2).stream()
                .map(file -> read(file, routeRules, ServiceRoute.class))
                .toList();
        return new Catalogue(procedures, routes, units);
    }

    private static List<Path> files(Path folder, String ending, int depth) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder, depth)) {
            return found.filter(f -> f.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unusable(folder, "der Ordner ist nicht lesbar", e);
        }
    }

    private <T> T read(Path file, SettingsSchema rules, Class<T> type) {
        try {
            JsonNode settings = yaml.readTree(file.toFile());
            String faults = rules.check(settings).stream()
                    .map(finding -> finding.location() + " " + finding.sentence())
                    .collect(Collectors.joining("; "));
            if (!faults.isEmpty()) {
                throw unusable(file, faults, null);
            }
            return yaml.treeToValue(settings, type);
        } catch (IOException e) {
            throw unusable(
                    file, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    private static HubException unusable(Path file, String why, @Nullable Exception cause) {
        String sentence = "Der Katalog ist nicht lesbar: " + file + ": " + why;
        return cause == null
                ? HubException.permanent("catalogue-unusable", sentence)
                : new HubException(FailureKind.PERMANENT, "catalogue-unusable", sentence, cause);
    }
}
