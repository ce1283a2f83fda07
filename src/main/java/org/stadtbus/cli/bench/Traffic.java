package org.stadtbus.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Sends messages to one contender at a time and waits until all have arrived. */
final class Traffic implements AutoCloseable {
    /** With more requests open than this the rest queue up, which counts as their delay. */
    private static final int OPEN_REQUESTS = 128;

    private final Target target;
    private final Payloads payloads = new Payloads();
    private final AtomicLong numbers = new AtomicLong();
    private final ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(OPEN_REQUESTS);

    Traffic(Target target) {
        this.target = target;
        // all of them from the start, so that who counts threads counts the contender's
        pool.prestartAllCoreThreads();
    }

    /** Closed loop: so many messages under way at a time, each sender sends the next when the one before has arrived. */
    Measured full(Contender contender, Workload workload, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        return closedLoop(contender, workload, () -> System.nanoTime() < end);
    }

    /** The same until so many were sent. */
    Measured exactly(long messages, Contender contender, Workload workload) throws Exception {
        AtomicLong left = new AtomicLong(messages);
        return closedLoop(contender, workload, () -> left.getAndDecrement() > 0);
    }

    private Measured closedLoop(Contender contender, Workload workload, BooleanSupplier more) throws Exception {
        Stopwatch watch = new Stopwatch();
        List<Callable<List<Flight>>> senders = new ArrayList<>();
        for (int i = 0; i < workload.senders(); i++) {
            senders.add(() -> sendWhile(more, contender, workload));
        }
        List<Flight> flights = new ArrayList<>();
        for (Future<List<Flight>> done : pool.invokeAll(senders)) {
            flights.addAll(done.get());
        }
        return watch.settled(contender, flights);
    }

    private List<Flight> sendWhile(BooleanSupplier more, Contender contender, Workload workload) throws Exception {
        List<Flight> flights = new ArrayList<>();
        while (more.getAsBoolean()) {
            Flight flight = new Flight(System.nanoTime());
            send(contender, workload, flight);
            flight.awaitArrival();
            flights.add(flight);
        }
        return flights;
    }

    /**
     * Open loop: messages are due at an even rate whether or not those before have arrived, and each one's time runs from the
     * moment it was due; so a stall counts for all who had to wait through it.
     */
    Measured at(double perSecond, Contender contender, Workload workload, Duration time) throws Exception {
        Stopwatch watch = new Stopwatch();
        long begin = watch.begin();
        long count = Math.max(1, Math.round(perSecond * time.toNanos() / TimeUnit.SECONDS.toNanos(1)));
        List<Flight> flights = new ArrayList<>();
        List<Future<?>> sent = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            Flight flight = new Flight(begin + (long) (i * TimeUnit.SECONDS.toNanos(1) / perSecond));
            flights.add(flight);
            sent.add(pool.submit(() -> send(contender, workload, flight)));
            waitUntil(begin + (long) ((i + 1) * TimeUnit.SECONDS.toNanos(1) / perSecond));
        }
        for (Future<?> each : sent) {
            each.get();
        }
        for (Flight flight : flights) {
            flight.awaitArrival();
        }
        return watch.settled(contender, flights);
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Flight send(Contender contender, Workload workload, Flight flight) throws Exception {
        long number = numbers.getAndIncrement();
        target.expect(number, flight);
        int to = (int) (number % workload.targets());
        contender.send(workload, to, payloads.of(workload.kilobytes(), number));
        flight.answered();
        return flight;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
