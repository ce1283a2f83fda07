package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Every property of a Kamelet is described, typed and used; everything the template asks for is a property. */
final class KameletPropertyCheck implements Check {
    private final Set<String> camels = CamelOptions.ofKamelets();

    @Override
    public void check(Folders folders, Report report) {
        for (Kamelet kamelet : folders.kamelets()) {
            List<String> names = kamelet.propertyNames();
            Set<String> placeholders = kamelet.placeholders();
            names.forEach(name -> property(kamelet, name, placeholders, report));
            placeholders.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> report.at(
                            kamelet.file(),
                            Kamelet.TEMPLATE,
                            "Die Vorlage verlangt {{%s}}, aber die Eigenschaft fehlt; bitte unter properties ergänzen."
                                    .formatted(name)));
            kamelet.required().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> report.at(
                            kamelet.file(),
                            "/spec/definition/required",
                            "»%s« ist verlangt, aber keine Eigenschaft; bitte unter properties ergänzen."
                                    .formatted(name)));
        }
    }

    private void property(Kamelet kamelet, String name, Set<String> placeholders, Report report) {
        JsonNode property = kamelet.properties().path(name);
        String pointer = Kamelet.PROPERTIES + "/" + name;
        for (String part : List.of("title", "description", "type")) {
            if (property.path(part).asText().isBlank()) {
                report.at(
                        kamelet.file(),
                        pointer,
                        "Der Eigenschaft »%s« fehlt »%s«; bitte ergänzen.".formatted(name, part));
            }
        }
        if (!placeholders.contains(name)) {
            report.at(
                    kamelet.file(),
                    pointer,
                    "Die Eigenschaft »%s« wird in der Vorlage nicht benutzt; bitte als {{%s}} benutzen oder löschen."
                            .formatted(name, name));
        }
        if (camels.contains(name)) {
            report.at(
                    kamelet.file(),
                    pointer,
                    "»%s« ist eine Option von Camel selbst und käme in der Vorlage nie an; bitte die Eigenschaft anders nennen."
                            .formatted(name));
        }
        if (SecretNames.secret(name) && !kamelet.secret(name)) {
            report.at(
                    kamelet.file(),
                    pointer,
                    "»%s« klingt nach einem Geheimnis; bitte »format: password« ergänzen.".formatted(name));
        }
    }
}
