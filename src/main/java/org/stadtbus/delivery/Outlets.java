package org.stadtbus.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.QueueReader;
import org.stadtbus.broker.QueueReader.Depth;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.StandingOrders;
import org.stadtbus.broker.StandingOrders.Order;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.envelope.HubException;

/**
 * The deliveries as operators see and order them, for every connected procedure.
 *
 * <p>An order is kept in the broker: it holds for all nodes (others see it within two seconds) and through restarts until it is
 * taken back.
 */
@Component
public class Outlets {
    /** How often every outlet is asked whether it should be open. */
    static final long TICK_MILLIS = 250;

    private static final int TICKS_BETWEEN_READING = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Outlets.class);

    private final Catalogue catalogue;
    private final StandingOrders orders;
    private final QueueReader queues;
    private final Clock clock;
    private final Map<String, Outlet> outlets = new ConcurrentHashMap<>();
    private int ticks;

    Outlets(
            Catalogue catalogue,
            StandingOrders orders,
            QueueReader queues,
            @Qualifier(DeliverySchedule.CLOCK) Clock clock) {
        this.catalogue = catalogue;
        this.orders = orders;
        this.queues = queues;
        this.clock = clock;
    }

    /** How each connected procedure stands, in the order of the catalogue. */
    public List<OutletState> all() {
        return catalogue.all().stream()
                .flatMap(procedure -> Optional.ofNullable(outlets.get(procedure.id())).stream())
                .map(this::state)
                .toList();
    }

    /**
     * How this procedure stands.
     *
     * @throws HubException permanent, {@code unknown-procedure} or {@code procedure-not-connected}
     */
    public OutletState state(String procedure) {
        return state(require(procedure));
    }

    private OutletState state(Outlet outlet) {
        Depth depth = queues.depth(Queues.delivery(outlet.procedure().id()));
        return new OutletState(
                outlet.procedure().id(),
                outlet.procedure().name(),
                outlet.activity(),
                outlet.orderedBy(),
                outlet.since(),
                outlet.until(),
                depth.messages(),
                depth.postponed(),
                depth.oldest());
    }

    /**
     * From now on nothing is delivered to this procedure; messages for it are still taken in and wait. A delivery in hand is
     * finished.
     *
     * @param by who orders it, for the log and for others to see
     */
    public OutletState pause(String procedure, String by) {
        return give(procedure, new Order(false, by, now()));
    }

    /**
     * What waits now is still delivered; then, at the first newer message or when nothing is left, the procedure is paused.
     * Messages for it are still taken in and wait. What is in back-off at that moment waits too.
     */
    public OutletState drain(String procedure, String by) {
        return give(procedure, new Order(true, by, now()));
    }

    /** Deliveries go on; an order to pause or to drain is taken back. */
    public synchronized OutletState resume(String procedure, String by) {
        Outlet outlet = require(procedure);
        orders.takeBack(procedure);
        LOG.info("Deliveries to {}: {} ordered to resume", procedure, by);
        outlet.order(null);
        return state(outlet);
    }

    /** As exact as the broker keeps it. */
    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    private synchronized OutletState give(String procedure, Order order) {
        Outlet outlet = require(procedure);
        orders.give(procedure, order);
        LOG.info("Deliveries to {}: {} ordered to {}", procedure, order.by(), order.drain() ? "drain" : "pause");
        outlet.order(order);
        return state(outlet);
    }

    private Outlet require(String procedure) {
        catalogue.require(procedure);
        Outlet outlet = outlets.get(procedure);
        if (outlet == null) {
            throw HubException.permanent(
                    "procedure-not-connected", "Das Fachverfahren »" + procedure + "« ist nicht angebunden.");
        }
        return outlet;
    }

    void add(Outlet outlet) {
        outlets.put(outlet.procedure().id(), outlet);
    }

    Optional<Outlet> find(String procedure) {
        return Optional.ofNullable(outlets.get(procedure));
    }

    /** Opens and closes what should be; called again and again by one thread. */
    void tick() {
        try {
            if (ticks++ % TICKS_BETWEEN_READING == 0) {
                readOrders();
            }
            outlets.values().forEach(Outlet::settle);
        } catch (RuntimeException e) {
            LOG.warn("Deliveries could not be looked after, next try follows: {}", e.getMessage());
        }
    }

    private synchronized void readOrders() {
        Map<String, Order> given = orders.all();
        outlets.forEach((procedure, outlet) -> {
            outlet.order(given.get(procedure));
            Order order = given.get(procedure);
            if (order != null && order.drain() && isEmptied(outlet)) {
                Order paused = new Order(false, order.by(), order.at());
                orders.give(procedure, paused);
                outlet.order(paused);
                LOG.info("Deliveries to {}: drained, paused now", procedure);
            }
        });
    }

    private boolean isEmptied(Outlet outlet) {
        return outlet.isDrained()
                || queues.depth(Queues.delivery(outlet.procedure().id())).messages() == 0;
    }
}
