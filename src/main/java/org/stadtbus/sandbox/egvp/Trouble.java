package org.stadtbus.sandbox.egvp;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.stadtbus.sandbox.http.Fault;

/** What the service is told to do wrong. */
final class Trouble {
    private volatile Fault fault = new Fault.None();
    private volatile String state = "OSCI_SENT";

    void fault(Fault wrong) {
        fault = wrong;
    }

    void state(String reported) {
        state = reported;
    }

    String state() {
        return state;
    }

    /** Before the work: waits, or answers with a code that refuses it. */
    Optional<String> before() {
        Fault now = fault;
        if (now instanceof Fault.Slow slow) {
            LockSupport.parkNanos(slow.delay().toNanos());
        }
        boolean works = now instanceof Fault.None || now instanceof Fault.HangUp || now instanceof Fault.Slow;
        return works ? Optional.empty() : Optional.of("GENERAL_ERROR");
    }

    /** After the work: loses the answer. */
    void after() {
        if (fault instanceof Fault.HangUp) {
            throw new IllegalStateException("the answer is lost");
        }
    }
}
