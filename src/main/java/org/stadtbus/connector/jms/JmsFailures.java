package org.stadtbus.connector.jms;

import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSSecurityException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Puts what a foreign broker did into one of the three failure kinds, by the exceptions of Jakarta Messaging 3.1, chapter 8. */
public final class JmsFailures implements Processor {

    /** Throws the failure that Camel caught, explained. */
    @Override
    public void process(Exchange exchange) {
        throw explain(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    }

    static HubException explain(Throwable thrown) {
        return Causes.of(thrown)
                .flatMap(t -> explained(t, thrown).stream())
                .findFirst()
                .orElseGet(() -> unavailable(thrown));
    }

    private static Optional<HubException> explained(Throwable t, Throwable thrown) {
        if (t instanceof HubException already) {
            return Optional.of(already);
        }
        if (t instanceof JMSSecurityException) {
            return permanent(
                    "jms-login",
                    "Der Broker hat die Anmeldung abgelehnt oder erlaubt das Senden nicht. Bitte Benutzer, Kennwort und Rechte prüfen.",
                    thrown);
        }
        if (t instanceof InvalidDestinationException) {
            return permanent("jms-queue", "Die Warteschlange gibt es nicht. Bitte den Anschluss berichtigen.", thrown);
        }
        return Optional.empty();
    }

    private static HubException unavailable(Throwable thrown) {
        return HubException.temporary(
                "jms-unavailable",
                "Der Broker ist nicht erreichbar oder nimmt zurzeit nichts an (" + Causes.kind(thrown) + ").",
                thrown);
    }

    private static Optional<HubException> permanent(String code, String sentence, Throwable thrown) {
        return Optional.of(new HubException(FailureKind.PERMANENT, code, sentence, thrown));
    }
}
