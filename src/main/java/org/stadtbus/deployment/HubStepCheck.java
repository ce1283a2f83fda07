package org.stadtbus.deployment;

import java.util.List;

/** Every hub: step exists and has its parameters, all of them and no others. */
final class HubStepCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        for (Use use : Use.of(folders, "hub")) {
            HubStep.of(use.path())
                    .ifPresentOrElse(
                            step -> parameters(use, step, report),
                            () -> report.at(
                                    use.file(),
                                    use.pointer(),
                                    "Den Schritt hub:%s gibt es nicht; es gibt %s."
                                            .formatted(use.path(), HubStep.codes())));
        }
    }

    private static void parameters(Use use, HubStep step, Report report) {
        List<String> known = step.parameters();
        use.parameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> say(
                        use,
                        report,
                        "Der Schritt hub:%s kennt die Angabe »%s« nicht; erlaubt sind %s."
                                .formatted(use.path(), name, String.join(", ", known))));
        step.required().stream()
                .filter(name -> use.parameters().getOrDefault(name, "").isBlank())
                .forEach(name ->
                        say(use, report, "Dem Schritt hub:%s fehlt die Angabe »%s«.".formatted(use.path(), name)));
        long chosen =
                step.oneOf().stream().filter(use.parameters()::containsKey).count();
        if (!step.oneOf().isEmpty() && chosen != 1) {
            say(
                    use,
                    report,
                    "Der Schritt hub:%s braucht genau eine der Angaben %s."
                            .formatted(use.path(), String.join(", ", step.oneOf())));
        }
    }

    private static void say(Use use, Report report, String sentence) {
        report.at(use.file(), use.pointer(), sentence);
    }
}
