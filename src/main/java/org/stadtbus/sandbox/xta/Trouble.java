package org.stadtbus.sandbox.xta;

import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.xta.TechnicalProblemException;

/** What the provider is told to do wrong. */
final class Trouble {
    private volatile Fault fault = new Fault.None();

    void fault(Fault wrong) {
        fault = wrong;
    }

    /** Before the work: waits, or refuses it. */
    void before() throws TechnicalProblemException {
        Fault now = fault;
        if (now instanceof Fault.Slow slow) {
            sleep(slow.delay().toMillis());
        } else if (!(now instanceof Fault.None || now instanceof Fault.HangUp)) {
            throw new TechnicalProblemException("Der Anbieter ist gestört.", Names.detail("9030", "Interner Fehler"));
        }
    }

    /** After the work: loses the answer. */
    void after() {
        if (fault instanceof Fault.HangUp) {
            throw new IllegalStateException("the answer is lost");
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
