package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that a property of a Kamelet may not have: options of Camel's own kamelet endpoint. Camel takes what stands under such a name for
 * itself, and the template gets the default without a word.
 */
final class CamelOptions {
    private static final String DESCRIPTION = "/META-INF/org/apache/camel/component/kamelet/kamelet.json";

    private CamelOptions() {}

    /** As the Camel on the class path describes itself. */
    static Set<String> ofKamelets() {
        try (InputStream json = CamelOptions.class.getResourceAsStream(DESCRIPTION)) {
            Set<String> names = new TreeSet<>();
            new ObjectMapper().readTree(json).path("properties").fieldNames().forEachRemaining(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
