package org.stadtbus.testkit;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A plain Camel with Kamelets of {@code connectors/}. */
public final class Kamelets {
    private Kamelets() {}

    /** A context that knows these Kamelet files and is not started yet. */
    public static CamelContext context(String... files) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        for (String file : files) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(
                            camel, Path.of("connectors").resolve(file).toUri().toString()));
        }
        return camel;
    }

    /** Address of a Kamelet as {@code delivery} builds it. */
    public static String uri(String kamelet, Map<String, String> properties) {
        return "kamelet:" + kamelet
                + properties.entrySet().stream()
                        .map(e -> e.getKey() + "=RAW{" + e.getValue() + "}")
                        .collect(Collectors.joining("&", "?", ""));
    }
}
