package org.stadtbus.cli.demo;

import java.net.URI;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.sandbox.applicant.Sample;

/**
 * Where one sample's journey came to rest.
 *
 * @param text the journey's state in a sentence
 */
record Outcome(Sample sample, String journeyId, JourneyState state, String text) {

    /** True when state and reason are those the sample names. */
    boolean asExpected() {
        return state == sample.expected() && text.contains(sample.reason());
    }

    /** One line for people. */
    String line(URI hub) {
        String mark = asExpected() ? "✓" : "✗";
        return String.format(
                "%s %-36s %-18s %s", mark, sample.name(), state.label(), hub.resolve("/vorgaenge/" + journeyId));
    }
}
