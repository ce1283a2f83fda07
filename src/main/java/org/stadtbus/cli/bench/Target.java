package org.stadtbus.cli.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** The target of every series: reads a message, knows its number, answers 204. The path does not matter. */
final class Target implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int NO_CONTENT = 204;

    private final Map<Long, Flight> flights = new ConcurrentHashMap<>();
    private final LongAdder unexpected = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;

    Target() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(pool);
        server.createContext("/", this::receive);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Lets this flight land when the message of this number arrives. */
    void expect(long number, Flight flight) {
        flights.put(number, flight);
    }

    /** Messages that came twice, or that nobody sent. */
    long unexpected() {
        return unexpected.sum();
    }

    /** Messages that came, repeated ones too. */
    long received() {
        return received.sum();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] message = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            arrived(Payloads.number(message));
        }
    }

    /** A message that came all the same without this server, e.g. from a queue. */
    void arrived(long number) {
        received.increment();
        Flight flight = flights.remove(number);
        if (flight == null) {
            unexpected.increment();
        } else {
            flight.arrived();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
    }
}
