package org.stadtbus.standards;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one message, bounded, one per place and cause. */
final class Findings {

    /** More findings than this help nobody and cost heap when a whole message is wrong. */
    static final int LIMIT = 25;

    private final List<Finding> found = new ArrayList<>();

    void add(Finding finding) {
        if (found.size() < LIMIT && !found.contains(finding)) {
            found.add(finding);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean lastIsAt(String location) {
        return !found.isEmpty() && found.get(found.size() - 1).location().equals(location);
    }

    void replaceLast(Finding finding) {
        found.set(found.size() - 1, finding);
    }

    ValidationResult result() {
        return found.isEmpty() ? new ValidationResult.Valid() : new ValidationResult.Invalid(found);
    }
}
