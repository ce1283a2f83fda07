package org.stadtbus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.Samples;

/** That logs keep to themselves what applicants wrote. */
final class Discretion {
    private static final Set<String> PERSONAL = Set.of(
            "vorname",
            "familienname",
            "geburtsname",
            "geburtsort",
            "geburtsdatum",
            "strasse",
            "email",
            "telefon",
            "datei",
            "beschreibung",
            "bezeichnung",
            "taetigkeit",
            "buero",
            "name",
            "mitgliedsnummer");
    private static final int SHORTEST = 4;

    private Discretion() {}

    /** No line holds what the sample forms hold, and none a stack trace. */
    static void check(List<String> lines) {
        Set<String> values = values();
        assertThat(values).hasSizeGreaterThan(30);
        List<String> leaks = new ArrayList<>();
        for (String line : lines) {
            values.stream().filter(line::contains).forEach(value -> leaks.add("»" + value + "« in: " + line));
        }
        assertThat(leaks).isEmpty();
        assertThat(lines).noneMatch(line -> line.contains("\n\tat ") || line.startsWith("\tat "));
    }

    /** Names, addresses, file names and free texts of every sample form. */
    static Set<String> values() {
        Set<String> values = new TreeSet<>();
        Samples.all().forEach(sample -> collect(sample.form(), values));
        collect(Json.read(Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json")), values);
        collect(Json.read(Path.of("mappings/bauantrag-to-xbau/samples/kyrillischer-name.in.json")), values);
        return values;
    }

    private static void collect(JsonNode node, Set<String> values) {
        node.properties().forEach(member -> {
            String text = member.getValue().asText();
            if (PERSONAL.contains(member.getKey()) && text.length() >= SHORTEST) {
                text.lines().forEach(values::add);
            }
            collect(member.getValue(), values);
        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, values));
        }
    }
}
