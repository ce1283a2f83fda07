package org.stadtbus.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.QueueReader;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.TransactedConsumer;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.clearing.Clearing;

/**
 * Runs the deliveries of every connected procedure, from the moment all routes run until the hub stops. Procedures that must be
 * back first after an outage ({@code restartPriority}) begin first.
 */
@Component
class Dispatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Catalogue catalogue;
    private final Broker broker;
    private final QueueReader queues;
    private final Outlets outlets;
    private final Clearing clearing;
    private final ProducerTemplate camel;
    private final Environment environment;
    private final Clock clock;
    private final Clock schedule;
    /** What a delivery still under way wants of it after the end is of no interest. */
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(
            1, task -> new Thread(task, "deliveries"), new ThreadPoolExecutor.DiscardPolicy());

    private final List<Outlet> running = new ArrayList<>();
    private final Map<String, Proofs.Peer> peers = new ConcurrentHashMap<>();
    private final List<TransactedConsumer> besides = new ArrayList<>();
    private volatile boolean started;

    Dispatcher(
            Catalogue catalogue,
            Broker broker,
            QueueReader queues,
            Outlets outlets,
            Clearing clearing,
            ProducerTemplate camel,
            Environment environment,
            Clock clock,
            @Qualifier(DeliverySchedule.CLOCK) Clock schedule) {
        this.catalogue = catalogue;
        this.broker = broker;
        this.queues = queues;
        this.outlets = outlets;
        this.clearing = clearing;
        this.camel = camel;
        this.environment = environment;
        this.clock = clock;
        this.schedule = schedule;
    }

    @EventListener(ApplicationReadyEvent.class)
    void dispatch() {
        catalogue.all().stream()
                .sorted(Comparator.comparingInt(Procedure::restartPriority))
                .forEach(procedure -> procedure
                        .connection()
                        .filter(Connection::hasSink)
                        .ifPresent(connection -> add(procedure, connection)));
        besides.add(broker.consume(Queues.EXPIRED, 1, new Deadlines(outlets, clearing)));
        besides.add(broker.consume(Queues.PROOFS, 1, proofs()));
        timer.scheduleWithFixedDelay(outlets::tick, 0, Outlets.TICK_MILLIS, TimeUnit.MILLISECONDS);
        LOG.info("Deliveries run for {} connected procedures", running.size());
    }

    private void add(Procedure procedure, Connection connection) {
        Sink sink = new Sink(
                camel,
                procedure,
                connection.connector(),
                Placeholders.of(procedure, environment).resolve(connection.properties()));
        Outlet outlet = outlet(procedure, sink);
        outlets.add(outlet);
        running.add(outlet);
        peers.put(procedure.id(), new Proofs.Peer(sink, procedure.delivery()));
    }

    private Proofs proofs() {
        Function<String, Optional<Proofs.Peer>> known = procedure -> Optional.ofNullable(peers.get(procedure));
        return new Proofs(known, clearing, clock, schedule, Proofs.INTERVALS);
    }

    private Outlet outlet(Procedure procedure, Sink sink) {
        Gate gate = new Gate(procedure, schedule);
        JourneyOrder journeys = new JourneyOrder(() -> queues.sentAgain(Queues.delivery(procedure.id())));
        Delivery delivery = new Delivery(procedure, sink, gate, journeys, clearing, clock, schedule);
        return new Outlet(procedure, gate, journeys, delivery, schedule, timer, broker);
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public void stop() {
        timer.shutdown();
        running.forEach(Outlet::stop);
        TransactedConsumer.closeAll(besides);
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        for (Outlet outlet : running) {
            if (!outlet.awaitStopped(Duration.ofNanos(end - System.nanoTime()))) {
                LOG.warn(
                        "A delivery to {} is still in hand; it comes again after the next start",
                        outlet.procedure().id());
            }
        }
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Stops first of all, so that no message in hand meets a sink that is gone. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
