package org.stadtbus.connector.enaio;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.stadtbus.vault.Vault;

/**
 * The {@code enaio:} component. {@code enaio:ablage} files the message of the exchange in the eAkte; its parameters are those of the
 * Kamelet {@code enaio-sink}. A missing or misspelt one fails when the Kamelet is first used.
 */
@org.springframework.stereotype.Component("enaio-component")
public class EnaioComponent extends DefaultComponent {
    private final Vault vault;

    /** @param vault where the attachments lie */
    public EnaioComponent(Vault vault) {
        this.vault = vault;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
        if (!operation.equals("ablage")) {
            throw new IllegalArgumentException("enaio:" + operation + " gibt es nicht; erlaubt ist enaio:ablage");
        }
        EnaioSettings settings = new EnaioSettings(
                URI.create(required(parameters, "url").replaceAll("/+$", "")),
                required(parameters, "username"),
                required(parameters, "password"),
                required(parameters, "caseType"),
                required(parameters, "documentType"),
                Duration.ofMillis(Long.parseLong(required(parameters, "connectTimeout"))),
                Duration.ofMillis(Long.parseLong(required(parameters, "responseTimeout"))));
        return new EnaioEndpoint(uri, this, new Filing(settings, vault));
    }

    private static String required(Map<String, Object> parameters, String name) {
        Object value = parameters.remove(name);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("enaio:ablage braucht die Angabe " + name);
        }
        return value.toString();
    }
}
