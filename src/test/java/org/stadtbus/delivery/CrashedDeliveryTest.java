package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.delivery.Catalogues.Policy;

/** A sink that crashes: real broker, real Kamelet. */
class CrashedDeliveryTest {
    private static final String PROCEDURE = "gewerberegister";

    @TempDir
    Path folder;

    @Test
    void messageThatCrashesItsSinkEndsAsAClearingCaseAndTheOthersArrive() throws Exception {
        AtomicInteger crashes = new AtomicInteger();
        AtomicInteger arrived = new AtomicInteger();
        Procedure procedure = Policy.ordered(1)
                .retry(Duration.ofMillis(50), 1, Duration.ofMillis(50), 0)
                .of(PROCEDURE);
        try (var camel = new DefaultCamelContext()) {
            camel.getShutdownStrategy().setTimeout(1);
            camel.addRoutes(sink(crashes, arrived));
            camel.start();
            Sink sink = new Sink(camel.createProducerTemplate(), procedure, "crash", Map.of());
            try (DeliveryStand stand = DeliveryStand.start(folder, procedure, sink)) {
                stand.send(procedure, "1", "bombe", "3");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> stand.clearingCases() == 1 && stand.waiting(procedure) == 0);
            }
        }

        assertThat(arrived).hasValue(2);
        assertThat(crashes).hasValue(5);
    }

    private static RouteBuilder sink(AtomicInteger crashes, AtomicInteger arrived) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate("crash-sink").from("kamelet:source").process(exchange -> {
                    if ("bombe".equals(exchange.getIn().getHeader("StadtbusMessageId"))) {
                        crashes.incrementAndGet();
                        throw new OutOfMemoryError("pretended");
                    }
                    arrived.incrementAndGet();
                });
            }
        };
    }
}
