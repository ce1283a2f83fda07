package org.stadtbus.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateExpiredException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.stadtbus.broker.Received;
import org.stadtbus.clearing.Crash;
import org.stadtbus.delivery.Failure.Fault;
import org.stadtbus.envelope.Causes;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HttpFailure;
import org.stadtbus.envelope.HubException;

/**
 * Puts what a sink threw into one of the three failure kinds.
 *
 * <p>A certificate that has expired is transient although a person must act: once it is renewed every waiting message goes by
 * itself and in order, while a clearing case for each of them would have to be sent again by hand. Nothing was handed over, the
 * breaker keeps the target in peace, and who must not wait that long has {@code expires} in the catalogue.
 */
final class Failures {
    /** After so many attempts a failure nobody has an explanation for is the message's own doing. */
    static final int UNEXPLAINED_ATTEMPTS = 5;

    private static final List<String> HUB_CODES = List.of("vault-", "broker-", "hub-", "attachment-");

    private final Clock clock;

    Failures(Clock clock) {
        this.clock = clock;
    }

    Failure explain(Throwable thrown, Received received) {
        Optional<HubException> crash = Crash.explain(thrown, received);
        if (crash.isPresent()) {
            return new Failure(crash.get(), Fault.MESSAGE, Optional.empty());
        }
        for (Throwable t : Causes.of(thrown).toList()) {
            if (t instanceof HubException explained) {
                return new Failure(explained, fault(explained), Optional.empty());
            }
            if (t instanceof HttpOperationFailedException http) {
                return http(http, thrown);
            }
        }
        return new Failure(
                connection(thrown).orElseGet(() -> unexplained(thrown, received)), fault(thrown), Optional.empty());
    }

    private static Fault fault(HubException explained) {
        if (explained.kind() != FailureKind.TRANSIENT) {
            return Fault.MESSAGE;
        }
        return HUB_CODES.stream().anyMatch(explained.problemCode()::startsWith) ? Fault.HUB : Fault.TARGET;
    }

    private static Fault fault(Throwable thrown) {
        return connection(thrown).isPresent() ? Fault.TARGET : Fault.MESSAGE;
    }

    private Failure http(HttpOperationFailedException http, Throwable thrown) {
        int status = http.getStatusCode();
        boolean again = HttpFailure.of(status) == HttpFailure.UNAVAILABLE;
        HubException why = new HubException(
                again ? FailureKind.TRANSIENT : FailureKind.PERMANENT,
                "http-" + status,
                "Das Ziel hat mit HTTP " + status + " geantwortet.",
                thrown);
        Optional<Duration> pause = again ? RetryAfter.of(http.getResponseHeaders(), clock) : Optional.empty();
        return new Failure(why, again ? Fault.TARGET : Fault.MESSAGE, pause);
    }

    private static Optional<HubException> connection(Throwable thrown) {
        List<Throwable> chain = Causes.of(thrown).toList();
        if (has(chain, UnknownHostException.class)) {
            return temporary("target-unknown-host", "Der Name des Ziels lässt sich nicht auflösen (DNS).", thrown);
        }
        if (has(chain, CertificateExpiredException.class)) {
            return temporary(
                    "target-certificate-expired",
                    "Das Zertifikat des Ziels ist abgelaufen; es wurde nichts übertragen. Bitte den Betreiber um ein neues bitten.",
                    thrown);
        }
        if (has(chain, SSLException.class)) {
            return temporary(
                    "target-tls",
                    "Mit dem Ziel kam keine sichere Verbindung zustande. Bitte Zertifikat und Vertrauensspeicher prüfen.",
                    thrown);
        }
        if (has(chain, SocketTimeoutException.class, HttpTimeoutException.class, TimeoutException.class)) {
            return temporary("target-timeout", "Das Ziel hat nicht rechtzeitig geantwortet.", thrown);
        }
        if (has(chain, ConnectException.class, NoRouteToHostException.class)) {
            return temporary("target-down", "Das Ziel nimmt keine Verbindung an.", thrown);
        }
        return has(chain, IOException.class)
                ? temporary("target-unavailable", "Das Ziel hat die Verbindung abgebrochen.", thrown)
                : Optional.empty();
    }

    @SafeVarargs
    private static boolean has(List<Throwable> chain, Class<? extends Throwable>... types) {
        return chain.stream().anyMatch(t -> Stream.of(types).anyMatch(type -> type.isInstance(t)));
    }

    private static Optional<HubException> temporary(String code, String sentence, Throwable cause) {
        return Optional.of(HubException.temporary(code, sentence, cause));
    }

    private static HubException unexplained(Throwable thrown, Received received) {
        boolean last = received.attempt() >= UNEXPLAINED_ATTEMPTS;
        return new HubException(
                last ? FailureKind.PERMANENT : FailureKind.TRANSIENT,
                "unexpected",
                "Die Zustellung ist unerwartet gescheitert (" + root(thrown) + ")"
                        + (last ? ", auch bei jeder Wiederholung. Bitte den Betrieb des Hubs fragen." : "."),
                thrown);
    }

    private static String root(Throwable thrown) {
        List<Throwable> chain = Causes.of(thrown).toList();
        return chain.get(chain.size() - 1).getClass().getSimpleName();
    }
}
