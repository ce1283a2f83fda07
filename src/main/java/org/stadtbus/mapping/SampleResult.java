package org.stadtbus.mapping;

import java.util.Optional;

/**
 * How one sample of a mapping came out.
 *
 * @param mapping id of the mapping
 * @param sample name of the case, e.g. {@code einfamilienhaus}
 * @param failure what differs, in readable lines; empty when the sample holds
 */
public record SampleResult(String mapping, String sample, Optional<String> failure) {
    /** True when the sample holds. */
    public boolean passed() {
        return failure.isEmpty();
    }
}
