package org.stadtbus.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mockito.Mockito;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.DeliveryPolicy;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.Rate;
import org.stadtbus.catalogue.Retry;
import org.stadtbus.catalogue.Window;

/** Procedures for tests of the delivery. */
final class Catalogues {
    private Catalogues() {}

    static Catalogue of(Collection<Procedure> procedures) {
        Catalogue catalogue = Mockito.mock(Catalogue.class);
        Mockito.when(catalogue.all()).thenReturn(List.copyOf(procedures));
        procedures.forEach(
                procedure -> Mockito.when(catalogue.require(procedure.id())).thenReturn(procedure));
        return catalogue;
    }

    /** A policy to vary: two at a time, in order, tried again after 150 ms each time, for ever. */
    record Policy(
            int concurrency,
            boolean ordered,
            Retry retry,
            List<Rate> rate,
            List<Window> windows,
            List<Duration> expires) {
        static Policy ordered(int concurrency) {
            Duration pause = Duration.ofMillis(150);
            return new Policy(concurrency, true, new Retry(pause, 1, pause, 0), List.of(), List.of(), List.of());
        }

        Policy unordered() {
            return new Policy(concurrency, false, retry, rate, windows, expires);
        }

        Policy retry(Duration initial, double multiplier, Duration max, int attempts) {
            return new Policy(
                    concurrency, ordered, new Retry(initial, multiplier, max, attempts), rate, windows, expires);
        }

        Policy rate(int messages, Duration per) {
            return new Policy(concurrency, ordered, retry, List.of(new Rate(messages, per)), windows, expires);
        }

        Policy window(Window window) {
            return new Policy(concurrency, ordered, retry, rate, List.of(window), expires);
        }

        Policy expires(Duration after) {
            return new Policy(concurrency, ordered, retry, rate, windows, List.of(after));
        }

        Procedure of(String id) {
            DeliveryPolicy policy = new DeliveryPolicy(
                    concurrency,
                    ordered,
                    retry,
                    rate.stream().findFirst(),
                    windows,
                    expires.stream().findFirst());
            return new Procedure(
                    id, id, "Amt", List.of(), "", "", "out", "normal", 3, "Stadt", null, Optional.empty(), policy);
        }
    }
}
