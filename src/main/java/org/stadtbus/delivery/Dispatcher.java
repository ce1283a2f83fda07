package org.stadtbus.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.TransactedConsumer;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Connection;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.clearing.Clearing;

/** Runs the deliveries of every connected procedure, from the moment all routes run until the hub stops. */
@Component
class Dispatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Catalogue catalogue;
    private final Broker broker;
    private final Clearing clearing;
    private final ProducerTemplate camel;
    private final Environment environment;
    private final Clock clock;
    private final List<TransactedConsumer> consumers = new ArrayList<>();
    private volatile boolean running;

    Dispatcher(
            Catalogue catalogue,
            Broker broker,
            Clearing clearing,
            ProducerTemplate camel,
            Environment environment,
            Clock clock) {
        this.catalogue = catalogue;
        this.broker = broker;
        this.clearing = clearing;
        this.camel = camel;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void dispatch() {
        for (Procedure procedure : catalogue.all()) {
            procedure.connection().ifPresent(connection -> dispatch(procedure, connection));
        }
        LOG.info("Deliveries run for {} connected procedures", consumers.size());
    }

    private void dispatch(Procedure procedure, Connection connection) {
        Sink sink = new Sink(
                camel,
                procedure,
                connection.connector(),
                Placeholders.of(procedure, environment).resolve(connection.properties()));
        Delivery delivery = new Delivery(procedure, sink, clearing, broker, clock);
        consumers.add(broker.consume(
                Queues.delivery(procedure.id()), procedure.delivery().concurrency(), delivery));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        TransactedConsumer.closeAll(consumers);
        consumers.clear();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops first of all, so that no message in hand meets a sink that is gone. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
