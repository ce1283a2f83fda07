package org.stadtbus.cli.demo;

import org.stadtbus.envelope.JourneyState;
import org.stadtbus.sandbox.applicant.Sample;

/**
 * What somebody wants of the hub in the demo: one journey.
 *
 * @param name what it shows, as a file name
 * @param expected the state its journey ends in
 * @param reason words the sentence of that state holds; empty for any
 */
record Errand(String name, JourneyState expected, String reason) {

    static Errand of(Sample sample) {
        return new Errand(sample.name(), sample.expected(), sample.reason());
    }
}
