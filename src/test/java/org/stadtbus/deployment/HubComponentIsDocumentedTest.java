package org.stadtbus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.junit.jupiter.api.Test;

/** What editors such as Kaoto know of the hub: component is what the hub has. */
class HubComponentIsDocumentedTest {
    private final String json = read("/META-INF/org/stadtbus/flow/hub.json");

    @Test
    void everyStepAndParameterIsDocumentedAndNoOther() throws IOException {
        JsonNode properties = new ObjectMapper().readTree(json).path("properties");
        List<String> steps = List.of(HubStep.codes().split(", "));
        Set<String> parameters = new TreeSet<>(Set.of("step"));
        steps.forEach(code -> parameters.addAll(HubStep.of(code).orElseThrow().parameters()));
        Set<String> documented = new TreeSet<>();
        properties.fieldNames().forEachRemaining(documented::add);
        List<String> offered =
                Arrays.asList(new ObjectMapper().convertValue(properties.at("/step/enum"), String[].class));

        assertThat(documented).isEqualTo(parameters);
        assertThat(offered).isEqualTo(steps);
    }

    @Test
    void camelsCatalogueAcceptsEveryHubStepOfOurRoutes() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("hub", "org.stadtbus.flow.HubComponent", json);
        List<Use> uses = Use.of(Folders.read(Path.of(".")), "hub");

        assertThat(uses).isNotEmpty();
        assertThat(uses).allSatisfy(use -> {
            var answer = catalog.validateEndpointProperties(address(use));
            assertThat(answer.isSuccess()).as(answer.summaryErrorMessage(false)).isTrue();
        });
    }

    @Test
    void camelsCatalogueRefusesAParameterNobodyKnows() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("hub", "org.stadtbus.flow.HubComponent", json);

        assertThat(catalog.validateEndpointProperties("hub:map?maping=x").isSuccess())
                .isFalse();
    }

    private static String address(Use use) {
        StringBuilder address = new StringBuilder("hub:" + use.path());
        use.parameters().forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(value));
        return address.toString();
    }

    private static String read(String resource) {
        try (InputStream in =
                Objects.requireNonNull(HubComponentIsDocumentedTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
