package org.stadtbus.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.envelope.HubException;

/** Fills the {@code ${…}} in a procedure's connection from the settings. */
record Placeholders(Procedure procedure, Environment environment) {

    static Placeholders of(Procedure procedure, Environment environment) {
        return new Placeholders(procedure, environment);
    }

    /** @throws HubException permanent ({@code setting-missing}), naming procedure and property */
    Map<String, String> resolve(Map<String, String> written) {
        Map<String, String> resolved = new LinkedHashMap<>();
        written.forEach((property, value) -> resolved.put(property, resolve(property, value)));
        return resolved;
    }

    private String resolve(String property, String value) {
        try {
            return environment.resolveRequiredPlaceholders(value);
        } catch (PlaceholderResolutionException e) {
            throw HubException.permanent(
                    "setting-missing",
                    "Das Fachverfahren »%s« braucht für »%s« die Einstellung %s; bitte angeben (siehe config/procedures)."
                            .formatted(procedure.id(), property, value));
        }
    }
}
