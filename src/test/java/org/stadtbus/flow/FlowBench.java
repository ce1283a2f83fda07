package org.stadtbus.flow;

import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.DefaultComponent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.CatalogueLoader;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.journal.JournalEvent;

/** A real broker and a real Camel with one route on queue {@code answers.test}; nothing projects its journal. */
final class FlowBench implements AutoCloseable {
    static final String QUEUE = Queues.answers("test");
    /** Where messages go that no unit owns. */
    static final String CLEARING = Queues.clearing("betrieb");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestBroker broker;
    private final CamelContext camel = new DefaultCamelContext();
    private final Clearing clearing;

    /** Adds what the route does. */
    interface Steps {
        void to(RouteDefinition route);
    }

    FlowBench(Path folder) throws Exception {
        broker = TestBroker.start(folder);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Clock.class, Clock::systemUTC);
            context.registerBean(Catalogue.class, () -> new CatalogueLoader().load(folder));
            context.register(Clearing.class);
            context.refresh();
            clearing = context.getBean(Clearing.class);
        }
    }

    TestBroker broker() {
        return broker;
    }

    /** Starts the route with one consumer; {@code bench:step} in it is this step. */
    void run(Rejection rejection, Step step, Steps steps) throws Exception {
        HopFailure failure = new HopFailure(clearing, rejection, broker.broker());
        camel.addComponent("bench", new DefaultComponent() {
            @Override
            protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
                return remaining.equals("from")
                        ? new FromEndpoint(uri, this, broker.broker(), QUEUE, 1, failure, Clock.systemUTC())
                        : new StepEndpoint(uri, this, step);
            }
        });
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                steps.to(from("bench:from"));
            }
        });
        camel.getShutdownStrategy().setTimeout(1);
        camel.start();
    }

    /** The usual route: nothing but this step. */
    void run(Rejection rejection, Step step) throws Exception {
        run(rejection, step, route -> route.to("bench:step"));
    }

    void send(String id, String text) {
        Envelope envelope = Envelope.builder(id, id, Instant.EPOCH)
                .extension("xml")
                .channel("test")
                .build();
        broker.broker()
                .send(new Outbox()
                        .send(new Outgoing(
                                QUEUE,
                                new org.stadtbus.envelope.Message(envelope, text.getBytes(StandardCharsets.UTF_8)),
                                id,
                                "")));
    }

    void awaitWaiting(String queue, long count) {
        await().atMost(PATIENCE).until(() -> broker.waiting(queue) == count);
    }

    /** The journal's events so far, none taken. */
    List<JournalEvent> journal() throws JMSException {
        return broker.journal();
    }

    @Override
    public void close() throws Exception {
        camel.close();
        broker.close();
    }
}
