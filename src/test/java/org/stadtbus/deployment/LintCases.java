package org.stadtbus.deployment;

import java.util.stream.Stream;

/** Every way a folder is broken in {@link LintTest}. */
final class LintCases {
    private LintCases() {}

    static Stream<LintCase> all() {
        return Stream.of(
                        FileCases.all(),
                        ConnectorCases.all(),
                        RouteCases.all(),
                        StepCases.all(),
                        MappingCases.all(),
                        CatalogueCases.all())
                .flatMap(cases -> cases);
    }
}
