package org.stadtbus.deployment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadtbus.flow.HubComponents;

/** What lint knows of the hub: steps is what the component takes: no parameter less, none more. */
class HubStepTest {
    private static final Map<String, String> VALUES = Map.ofEntries(
            entry("service", "99012018001000"),
            entry("answersOf", "bauantraege"),
            entry("procedure", "bauantraege"),
            entry("schema", "xbau-2.6"),
            entry("mapping", "xbau-to-status"),
            entry("state", "weitergeleitet"),
            entry("concurrency", "3"),
            entry("rejectMapping", "antwort-to-xbau1100"),
            entry("replyMapping", "xbau-to-status"),
            entry("authorRole", "bauaufsicht"),
            entry("leads", "true"),
            entry("datatype", "A"));

    private static final CamelContext CAMEL = new DefaultCamelContext();

    @BeforeAll
    static void start() {
        CAMEL.addComponent("hub", HubComponents.create());
        CAMEL.start();
    }

    @AfterAll
    static void stop() {
        CAMEL.stop();
    }

    static Stream<HubStep> steps() {
        return Stream.of(HubStep.codes().split(", "))
                .map(code -> HubStep.of(code).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyParameterLintAllowsIsTaken(HubStep step) {
        for (String choice : choices(step)) {
            Map<String, String> given = given(step, choice);
            step.optional().forEach(name -> given.put(name, VALUES.get(name)));
            assertThat(CAMEL.getEndpoint(uri(step, given))).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyParameterLintDemandsIsDemanded(HubStep step) {
        for (String choice : choices(step)) {
            Map<String, String> given = given(step, choice);
            for (String name : given.keySet()) {
                Map<String, String> less = new LinkedHashMap<>(given);
                less.remove(name);
                assertThatThrownBy(() -> CAMEL.getEndpoint(uri(step, less))).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void parameterLintDoesNotKnowIsRefused(HubStep step) {
        VALUES.keySet().stream()
                .filter(name -> !step.parameters().contains(name))
                .forEach(name -> {
                    Map<String, String> more = given(step, choices(step).get(0));
                    more.put(name, VALUES.get(name));
                    assertThatThrownBy(() -> CAMEL.getEndpoint(uri(step, more)))
                            .as(name)
                            .isNotNull();
                });
    }

    private static List<String> choices(HubStep step) {
        return step.oneOf().isEmpty() ? List.of("") : step.oneOf();
    }

    private static Map<String, String> given(HubStep step, String choice) {
        Map<String, String> given = new LinkedHashMap<>();
        step.required().forEach(name -> given.put(name, VALUES.get(name)));
        if (!choice.isEmpty()) {
            given.put(choice, VALUES.get(choice));
        }
        return given;
    }

    private static String uri(HubStep step, Map<String, String> parameters) {
        return "hub:" + step.code()
                + parameters.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }
}
