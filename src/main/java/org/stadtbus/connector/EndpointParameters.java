package org.stadtbus.connector;

import java.util.Map;

/** The parameters of an endpoint with an operation of its own; each is used once, so that Camel complains about the rest. */
public final class EndpointParameters {
    private final String endpoint;
    private final Map<String, Object> all;

    /**
     * @param endpoint what to call it when one is missing, e.g. {@code xta:senden}
     * @param all as Camel gives them
     */
    public EndpointParameters(String endpoint, Map<String, Object> all) {
        this.endpoint = endpoint;
        this.all = all;
    }

    /**
     * A parameter that must be there.
     *
     * @throws IllegalArgumentException when it is missing or blank
     */
    public String required(String name) {
        String value = optional(name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(endpoint + " braucht die Angabe " + name);
        }
        return value;
    }

    /** A parameter; empty when it is missing. */
    public String optional(String name) {
        Object value = all.remove(name);
        return value == null ? "" : value.toString();
    }

    /** A whole number that must be there. */
    public long number(String name) {
        return Long.parseLong(required(name));
    }
}
