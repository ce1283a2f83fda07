package org.stadtbus.flow;

import java.util.Map;

/**
 * The parameters of a step's address; what is taken is gone, so that Camel refuses what is left over.
 *
 * @param uri the address, for the sentence that says what is missing
 * @param left what nobody has taken yet
 */
record Parameters(String uri, Map<String, Object> left) {

    /** @throws IllegalArgumentException when it is missing or empty */
    String required(String name) {
        String value = take(name);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(uri + ": Die Angabe " + name + " fehlt.");
        }
        return value;
    }

    /** Empty when it is missing. */
    String take(String name) {
        Object value = left.remove(name);
        return value == null ? "" : value.toString();
    }

    String orDefault(String name, String otherwise) {
        String value = take(name);
        return value.isEmpty() ? otherwise : value;
    }
}
