package org.stadtbus.clearing;

import java.util.Optional;
import org.stadtbus.broker.Received;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * An {@link Error} on a message's way: out of memory, a stack overflow, a class that is missing. It may come from the load of
 * the moment, so a few attempts follow; after them it is the message's own doing and a person must look.
 */
public final class Crash {
    /** Problem code of a crash. */
    static final String CODE = "crash";

    private static final int ATTEMPTS = 5;

    private Crash() {}

    /** What this attempt's crash leads to; empty when it is none or somebody explained it already. */
    public static Optional<HubException> explain(Throwable thrown, Received received) {
        for (Throwable t = thrown; t != null && !(t instanceof HubException); t = t.getCause()) {
            if (t instanceof Error error) {
                return Optional.of(explain(error, received.attempt() >= ATTEMPTS));
            }
        }
        return Optional.empty();
    }

    /** Why a message is not tried again at whose handling the whole process died again and again; empty for all others. */
    public static Optional<HubException> deadly(Received received) {
        return received.deaths() < ATTEMPTS
                ? Optional.empty()
                : Optional.of(HubException.permanent(
                        "kills-the-hub",
                        "Während der Verarbeitung dieser Nachricht ist der Hub " + received.deaths()
                                + "-mal abgestürzt; er versucht es nicht weiter. Bitte den Betrieb des Hubs fragen."));
    }

    private static HubException explain(Error error, boolean last) {
        return new HubException(
                last ? FailureKind.PERMANENT : FailureKind.TRANSIENT,
                CODE,
                "Die Verarbeitung ist abgestürzt (" + error.getClass().getSimpleName() + ")"
                        + (last ? ", auch bei jeder Wiederholung." : "."),
                error);
    }
}
