package org.stadtbus.delivery;

import java.util.Set;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Puts what a sink threw into one of the three failure kinds. */
final class Failures {
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);
    private static final int SERVER_ERROR = 500;

    private Failures() {}

    static HubException classify(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HubException explained) {
                return explained;
            }
            if (t instanceof HttpOperationFailedException http) {
                return http(http, thrown);
            }
        }
        return HubException.temporary(
                "target-unavailable",
                "Das Ziel ist nicht erreichbar oder hat die Verbindung abgebrochen (" + root(thrown) + ").",
                thrown);
    }

    private static HubException http(HttpOperationFailedException http, Throwable thrown) {
        int status = http.getStatusCode();
        boolean again = status >= SERVER_ERROR || TRY_AGAIN.contains(status);
        return new HubException(
                again ? FailureKind.TRANSIENT : FailureKind.PERMANENT,
                "http-" + status,
                "Das Ziel hat mit HTTP " + status + " geantwortet.",
                thrown);
    }

    private static String root(Throwable thrown) {
        Throwable t = thrown;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t.getClass().getSimpleName();
    }
}
