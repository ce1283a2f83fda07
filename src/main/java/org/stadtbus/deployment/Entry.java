package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The catalogue as it is written, also where it is wrong.
 *
 * @param file where the entry stands
 * @param pointer JSON pointer to it
 * @param node the entry
 */
record Entry(YamlFile file, String pointer, JsonNode node) {

    static List<Entry> of(Folders folders) {
        return folders.of(FileKind.PROCEDURES).flatMap(Entry::in).toList();
    }

    private static Stream<Entry> in(YamlFile file) {
        JsonNode procedures = file.root().path("procedures");
        return IntStream.range(0, procedures.size())
                .mapToObj(i -> new Entry(file, "/procedures/" + i, procedures.path(i)));
    }

    static Set<String> ids(Folders folders) {
        return of(folders).stream().map(Entry::id).collect(Collectors.toSet());
    }

    static Set<String> units(Folders folders) {
        return folders.of(FileKind.PROCEDURES)
                .map(f -> f.root().path("unit").asText())
                .collect(Collectors.toSet());
    }

    String id() {
        return node.path("id").asText();
    }

    /** How it is reached; empty for a procedure that is only listed. */
    Optional<JsonNode> connection() {
        return Optional.of(node.path("connection")).filter(JsonNode::isObject);
    }

    /** True when the hub fetches from it and hands it nothing. */
    boolean onlyBrings() {
        JsonNode connection = node.path("connection");
        return connection.has("source") && !connection.has("properties");
    }

    String connector() {
        return node.path("connection").path("connector").asText();
    }
}
