package org.stadtbus.connector.jms;

import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
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
        return chain(thrown)
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
        String name = chain(thrown)
                .reduce((outer, inner) -> inner)
                .orElse(thrown)
                .getClass()
                .getSimpleName();
        return HubException.temporary(
                "jms-unavailable",
                "Der Broker ist nicht erreichbar oder nimmt zurzeit nichts an (" + name + ").",
                thrown);
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(50);
    }

    private static Optional<HubException> permanent(String code, String sentence, Throwable thrown) {
        return Optional.of(new HubException(FailureKind.PERMANENT, code, sentence, thrown));
    }
}
