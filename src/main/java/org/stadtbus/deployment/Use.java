package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place in a Camel file where an endpoint is used.
 *
 * @param file where
 * @param pointer JSON pointer to the place
 * @param scheme Camel component, e.g. {@code hub}
 * @param path between scheme and parameters, e.g. {@code map}
 * @param parameters from the address and from {@code parameters}
 */
record Use(YamlFile file, String pointer, String scheme, String path, Map<String, String> parameters) {
    private static final String URI = "uri";
    private static final Set<String> SHORT = Set.of("to", "toD", "from", "wireTap", "enrich", "pollEnrich", "poll");

    /** Every use in a file, in its order. */
    static List<Use> in(YamlFile file) {
        List<Use> uses = new ArrayList<>();
        collect(file, "", file.root(), uses);
        return uses;
    }

    /** Every use of a component in all routes. */
    static List<Use> of(Folders folders, String scheme) {
        return folders.of(FileKind.CAMEL)
                .flatMap(file -> in(file).stream())
                .filter(use -> use.scheme.equals(scheme))
                .toList();
    }

    private static void collect(YamlFile file, String pointer, JsonNode node, List<Use> uses) {
        if (node.path(URI).isTextual()) {
            uses.add(parse(file, pointer + "/" + URI, node.path(URI).asText(), node.path("parameters")));
        }
        node.properties().forEach(field -> {
            String below = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            if (SHORT.contains(field.getKey()) && field.getValue().isTextual()) {
                uses.add(parse(file, below, field.getValue().asText(), node.path("")));
            }
            collect(file, below, field.getValue(), uses);
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(file, pointer + "/" + i, node.path(i), uses);
            }
        }
    }

    private static Use parse(YamlFile file, String pointer, String uri, JsonNode parameters) {
        int query = uri.indexOf('?');
        String address = query < 0 ? uri : uri.substring(0, query);
        int colon = address.indexOf(':');
        Map<String, String> values = new LinkedHashMap<>();
        if (query >= 0) {
            for (String pair : uri.substring(query + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                values.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        parameters.properties().forEach(p -> values.put(p.getKey(), p.getValue().asText()));
        return new Use(
                file,
                pointer,
                colon < 0 ? "" : address.substring(0, colon),
                address.substring(colon + 1).replaceFirst("^//", ""),
                values);
    }
}
