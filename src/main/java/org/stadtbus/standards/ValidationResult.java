package org.stadtbus.standards;

import java.util.List;
import java.util.stream.Collectors;

/** What a validation says: valid, invalid, or unchecked because the official files are not installed. */
public sealed interface ValidationResult {
    /** How many findings a sentence names. */
    int SHOWN = 3;

    /** The message follows every rule of the standard. */
    record Valid() implements ValidationResult {}

    /**
     * Nobody can say: the standard's files are not installed. Shown as "ungeprüft", never as "gültig".
     *
     * @param reason German sentence: what to install where
     */
    record Unchecked(String reason) implements ValidationResult {}

    /**
     * The message breaks rules.
     *
     * @param findings at least one and at most {@value Findings#LIMIT}, in document order
     */
    record Invalid(List<Finding> findings) implements ValidationResult {
        /** Keeps a copy. */
        public Invalid {
            findings = List.copyOf(findings);
        }

        /** The first findings with their places as one German text for the sender. */
        public String sentence() {
            String shown = findings.stream()
                    .limit(SHOWN)
                    .map(finding -> finding.sentence() + " [" + finding.location() + "]")
                    .collect(Collectors.joining(" "));
            int more = findings.size() - SHOWN;
            return shown + (more > 0 ? " (und " + more + " weitere)" : "");
        }
    }
}
