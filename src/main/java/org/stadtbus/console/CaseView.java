package org.stadtbus.console;

import java.time.Instant;
import org.stadtbus.clearing.ClearingCase;

/**
 * A clearing case that waits for a person, as a journey's page shows it.
 *
 * @param place where the message failed
 * @param sentence why
 * @param unit who looks after it
 */
record CaseView(String id, String place, String sentence, String unit, String state, Instant since) {

    static CaseView of(ClearingCase c, Names names) {
        return new CaseView(
                c.caseId(),
                names.system(c.system()),
                c.failure().sentence(),
                names.unit(c.unit()),
                c.state().label(),
                c.openedAt());
    }

    public String sinceMinute() {
        return GermanTime.minute(since);
    }
}
