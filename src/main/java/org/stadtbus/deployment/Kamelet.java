package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code *.kamelet.yaml} as it is written.
 *
 * @param file where it stands
 */
record Kamelet(YamlFile file) {
    static final String PROPERTIES = "/spec/definition/properties";
    static final String TEMPLATE = "/spec/template";
    private static final String ENDING = ".kamelet.yaml";
    /** A name with a dot is a setting of the application; Camel fills in the ids of template and route itself. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[?!]?([A-Za-z][\\w-]*)(:[^}]*)?\\}\\}");

    private static final Set<String> GIVEN = Set.of("templateId", "routeId", "parentRouteId");

    /** Name as the file has it. */
    String fileName() {
        return file.name().substring(0, file.name().length() - ENDING.length());
    }

    /** Name as the file says it. */
    String metadataName() {
        return file.root().at("/metadata/name").asText();
    }

    JsonNode properties() {
        return file.root().at(PROPERTIES);
    }

    List<String> propertyNames() {
        List<String> names = new ArrayList<>();
        properties().fieldNames().forEachRemaining(names::add);
        return names;
    }

    List<String> required() {
        List<String> names = new ArrayList<>();
        file.root().at("/spec/definition/required").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** True when the property must not be readable in any file. */
    boolean secret(String property) {
        return "password".equals(properties().path(property).path("format").asText());
    }

    /** Names the template asks for. */
    Set<String> placeholders() {
        Set<String> names = new TreeSet<>();
        collect(file.root().at(TEMPLATE), names);
        names.removeAll(GIVEN);
        // beans of the template are put in under their names
        file.root()
                .at(TEMPLATE + "/beans")
                .forEach(bean -> names.remove(bean.path("name").asText()));
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isTextual()) {
            Matcher matcher = PLACEHOLDER.matcher(node.asText());
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        node.forEach(child -> collect(child, names));
    }
}
