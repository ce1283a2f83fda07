package org.stadtbus.cli.demo;

import java.net.URI;
import org.stadtbus.envelope.JourneyState;

/**
 * Where one errand's journey came to rest.
 *
 * @param text the journey's state in a sentence
 */
record Outcome(Errand errand, String journeyId, JourneyState state, String text) {

    /** True when state and reason are those the errand names. */
    boolean asExpected() {
        return state == errand.expected() && text.contains(errand.reason());
    }

    /** One line for people. */
    String line(URI hub) {
        String mark = asExpected() ? "✓" : "✗";
        return String.format(
                "%s %-36s %-18s %s", mark, errand.name(), state.label(), hub.resolve("/vorgaenge/" + journeyId));
    }
}
