package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.CatalogueLoader;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/** A sink that crashes: real broker, real Kamelet. */
class CrashedDeliveryTest {
    private static final String PROCEDURE = "gewerberegister";

    @TempDir
    Path folder;

    @Test
    void messageThatCrashesItsSinkEndsAsAClearingCaseAndTheOthersArrive() throws Exception {
        AtomicInteger crashes = new AtomicInteger();
        AtomicInteger arrived = new AtomicInteger();
        Catalogue catalogue = new CatalogueLoader().load(Path.of(""));
        Procedure procedure = catalogue.require(PROCEDURE);
        try (TestBroker broker = TestBroker.start(folder);
                var camel = new DefaultCamelContext()) {
            camel.getShutdownStrategy().setTimeout(1);
            camel.addRoutes(sink(crashes, arrived));
            camel.start();
            for (String id : List.of("1", "bombe", "3")) {
                broker.broker().send(new Outbox().send(Outgoing.delivery(PROCEDURE, message(id), false)));
            }
            Delivery delivery = new Delivery(
                    procedure,
                    new Sink(camel.createProducerTemplate(), procedure, "crash", Map.of()),
                    clearing(catalogue),
                    broker.broker(),
                    Clock.systemUTC());

            try (var ignored = broker.broker().consume(Queues.delivery(PROCEDURE), 1, delivery)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> broker.waiting(Queues.clearing("betrieb")) == 1
                                && broker.waiting(Queues.delivery(PROCEDURE)) == 0);
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

    private static Message message(String id) {
        return new Message(
                new Envelope(id, id, "", "", "", "xml", "rest", "", null, null, Instant.EPOCH, false, false, List.of()),
                new byte[] {1});
    }

    private static Clearing clearing(Catalogue catalogue) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Clock.class, Clock::systemUTC);
            context.registerBean(Catalogue.class, () -> catalogue);
            context.register(Clearing.class);
            context.refresh();
            return context.getBean(Clearing.class);
        }
    }
}
