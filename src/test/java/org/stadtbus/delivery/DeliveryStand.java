package org.stadtbus.delivery;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.QueueReader;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.StandingOrders;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.broker.TransactedConsumer;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/** Deliveries on a real broker to targets that a test writes, without routes and connectors. */
final class DeliveryStand implements AutoCloseable {
    private final TestBroker broker;
    private final ScheduledExecutorService timer =
            new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<Outlet> running = new ArrayList<>();
    private final TransactedConsumer deadlines;
    private final TransactedConsumer proofs;
    private final Map<String, Proofs.Peer> peers = new HashMap<>();
    private final Clock clock;

    private DeliveryStand(Path folder, Clock clock, Map<Procedure, Target> targets) throws Exception {
        this.broker = TestBroker.start(folder);
        this.clock = clock;
        Catalogue catalogue = Catalogues.of(targets.keySet());
        context.registerBean(DeliverySchedule.CLOCK, Clock.class, () -> clock);
        context.registerBean(Catalogue.class, () -> catalogue);
        context.registerBean(Broker.class, broker::broker);
        context.register(Clearing.class, QueueReader.class, StandingOrders.class, Outlets.class);
        context.refresh();
        targets.forEach(this::add);
        deadlines =
                broker.broker().consume(Queues.EXPIRED, 1, new Deadlines(outlets(), context.getBean(Clearing.class)));
        proofs = broker.broker().consume(Queues.PROOFS, 1, proofs());
        timer.scheduleWithFixedDelay(outlets()::tick, 0, 20, TimeUnit.MILLISECONDS);
    }

    static DeliveryStand start(Path folder, Procedure procedure, Target target) throws Exception {
        return start(folder, Clock.systemUTC(), Map.of(procedure, target));
    }

    static DeliveryStand start(Path folder, Clock clock, Map<Procedure, Target> targets) throws Exception {
        return new DeliveryStand(folder, clock, targets);
    }

    private void add(Procedure procedure, Target target) {
        Gate gate = new Gate(procedure, clock);
        QueueReader queues = context.getBean(QueueReader.class);
        JourneyOrder journeys = new JourneyOrder(() -> queues.sentAgain(Queues.delivery(procedure.id())));
        Delivery delivery =
                new Delivery(procedure, target, gate, journeys, context.getBean(Clearing.class), clock, clock);
        Outlet outlet = new Outlet(procedure, gate, journeys, delivery, clock, timer, broker.broker());
        outlets().add(outlet);
        running.add(outlet);
        if (target instanceof Inquirer inquirer) {
            peers.put(procedure.id(), new Proofs.Peer(inquirer, procedure.delivery()));
        }
    }

    private Proofs proofs() {
        return new Proofs(
                procedure -> Optional.ofNullable(peers.get(procedure)),
                context.getBean(Clearing.class),
                clock,
                clock,
                List.of(Duration.ofMillis(100), Duration.ofMillis(200)));
    }

    Outlets outlets() {
        return context.getBean(Outlets.class);
    }

    TestBroker broker() {
        return broker;
    }

    /** Hands messages over as a route does: {@code journey/text}. */
    void send(Procedure procedure, String... messages) {
        for (String message : messages) {
            broker.broker().send(new Outbox().send(Outgoing.delivery(procedure, message(message))));
        }
    }

    long waiting(Procedure procedure) {
        return broker.waiting(Queues.delivery(procedure.id()));
    }

    long clearingCases() {
        return broker.waiting(Queues.clearing("betrieb"));
    }

    static Message message(String id) {
        String journey = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
        return new Message(
                Envelope.builder(id, journey, Instant.EPOCH)
                        .extension("xml")
                        .channel("rest")
                        .build(),
                id.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws Exception {
        timer.shutdownNow();
        running.forEach(Outlet::stop);
        deadlines.close();
        proofs.close();
        for (Outlet outlet : running) {
            outlet.awaitStopped(Duration.ofSeconds(5));
        }
        context.close();
        broker.close();
    }
}
