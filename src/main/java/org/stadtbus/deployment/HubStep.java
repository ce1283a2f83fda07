package org.stadtbus.deployment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step of the {@code hub:} component and its parameters, as {@code flow.HubComponent} takes them.
 *
 * @param code name in the address
 * @param required parameters that must be there
 * @param oneOf parameters of which exactly one must be there; empty when there is no such choice
 * @param optional parameters that may be there
 */
record HubStep(String code, List<String> required, List<String> oneOf, List<String> optional) {
    private static final List<HubStep> STEPS = List.of(
            new HubStep(
                    "from",
                    List.of(),
                    List.of("service", "answersOf"),
                    List.of("concurrency", "rejectMapping", "authorRole", "replyMapping")),
            new HubStep("validate", List.of("schema"), List.of(), List.of()),
            new HubStep("letters", List.of(), List.of(), List.of("datatype")),
            new HubStep("map", List.of("mapping"), List.of(), List.of("attachments")),
            new HubStep("to", List.of("procedure"), List.of(), List.of()),
            new HubStep("reply", List.of(), List.of("state", "mapping"), List.of()),
            new HubStep("correlate", List.of("schema"), List.of(), List.of("leads", "askedBy", "service", "field")),
            new HubStep("begin", List.of("service", "schema"), List.of(), List.of()),
            new HubStep("take-in", List.of("procedure"), List.of(), List.of()));

    static Optional<HubStep> of(String code) {
        return STEPS.stream().filter(step -> step.code.equals(code)).findFirst();
    }

    static String codes() {
        return STEPS.stream().map(HubStep::code).collect(Collectors.joining(", "));
    }

    /** Every parameter the step takes. */
    List<String> parameters() {
        return Stream.of(required, oneOf, optional).flatMap(List::stream).toList();
    }
}
