package org.stadtbus.deployment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of the {@code hub:} component and their parameters, as {@code flow.HubComponent} takes them. */
enum HubStep {
    FROM("from", List.of(), List.of("service", "answersOf"), List.of("concurrency", "rejectMapping")),
    VALIDATE("validate", List.of("schema"), List.of(), List.of()),
    MAP("map", List.of("mapping"), List.of(), List.of()),
    TO("to", List.of("procedure"), List.of(), List.of()),
    REPLY("reply", List.of(), List.of("state", "mapping"), List.of()),
    CORRELATE("correlate", List.of("schema"), List.of(), List.of()),
    TAKE_IN("take-in", List.of("procedure"), List.of(), List.of());

    private final String code;
    private final List<String> required;
    private final List<String> oneOf;
    private final List<String> optional;

    HubStep(String code, List<String> required, List<String> oneOf, List<String> optional) {
        this.code = code;
        this.required = required;
        this.oneOf = oneOf;
        this.optional = optional;
    }

    static Optional<HubStep> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code.equals(code)).findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(step -> step.code).collect(Collectors.joining(", "));
    }

    /** Parameters that must be there. */
    List<String> required() {
        return required;
    }

    /** Parameters of which exactly one must be there; empty when there is no such choice. */
    List<String> oneOf() {
        return oneOf;
    }

    /** Every parameter the step takes. */
    List<String> parameters() {
        return Stream.of(required, oneOf, optional).flatMap(List::stream).toList();
    }
}
