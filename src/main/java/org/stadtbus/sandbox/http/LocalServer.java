package org.stadtbus.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.sandbox.Threads;

/** An HTTP server on 127.0.0.1 whose faults can be switched while it runs. */
public final class LocalServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    private static final int THREADS = 8;
    private static final int CUT_AFTER = 5;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;

    private record Entry(String method, Pattern path, Handler handler) {}

    private final List<Entry> entries = new ArrayList<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "sandbox-http");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Fault fault = new Fault.None();
    private volatile HttpServer server;
    private final int port;

    /** @param port wished port; another free one is taken when it is 0 or in use */
    public LocalServer(int port) {
        this.server = bind(port);
        this.port = server.getAddress().getPort();
    }

    /** Adds an answer for a method and a path pattern. */
    public LocalServer on(String method, String path, Handler handler) {
        entries.add(new Entry(method, Pattern.compile(path), handler));
        return this;
    }

    /** Begins to answer. */
    public LocalServer start() {
        server.start();
        return this;
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Switches the fault. */
    public synchronized void fault(Fault next) {
        boolean wasDown = fault instanceof Fault.Down;
        fault = next;
        if (next instanceof Fault.Down && !wasDown) {
            server.stop(0);
        } else if (wasDown && !(next instanceof Fault.Down)) {
            server = bind(port);
            server.start();
        }
    }

    private HttpServer bind(int wished) {
        try {
            HttpServer bound = HttpServer.create(address(wished), 0);
            return prepared(bound);
        } catch (BindException e) {
            return bindAnywhere(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer bindAnywhere(BindException why) {
        try {
            return prepared(HttpServer.create(address(0), 0));
        } catch (IOException e) {
            e.addSuppressed(why);
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer prepared(HttpServer bound) {
        bound.setExecutor(pool);
        bound.createContext("/", this::answer);
        return bound;
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Fault now = fault;
        try (exchange) {
            if (now instanceof Fault.Slow slow) {
                pause(slow);
            }
            Answer answer = answer(exchange, now);
            if (now instanceof Fault.HangUp) {
                exchange.sendResponseHeaders(answer.status(), answer.length() + CUT_AFTER);
                exchange.getResponseBody().flush();
            } else {
                send(exchange, answer);
            }
        } catch (RuntimeException e) {
            LOG.error("A neighbour of the sandbox failed", e);
            throw e;
        }
    }

    private Answer answer(HttpExchange exchange, Fault now) throws IOException {
        if (now instanceof Fault.Error error) {
            return Answer.of(error.status());
        }
        if (now instanceof Fault.TooMany busy) {
            exchange.getResponseHeaders()
                    .set("Retry-After", String.valueOf(busy.retryAfter().toSeconds()));
            return Answer.of(TOO_MANY);
        }
        Answer answer = handle(exchange);
        return now instanceof Fault.BrokenBody ? Answer.json(OK, "{\"objects\": [{\"id\":") : answer;
    }

    private static void pause(Fault.Slow slow) {
        try {
            Thread.sleep(slow.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer handle(HttpExchange exchange) throws IOException {
        for (Entry entry : entries) {
            Matcher matcher = entry.path().matcher(exchange.getRequestURI().getPath());
            if (entry.method().equals(exchange.getRequestMethod()) && matcher.matches()) {
                List<String> groups = new ArrayList<>();
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    groups.add(matcher.group(i));
                }
                String query = exchange.getRequestURI().getRawQuery();
                return entry.handler()
                        .handle(new Request(
                                entry.method(),
                                groups,
                                query == null ? "" : query,
                                exchange.getRequestHeaders(),
                                exchange.getRequestBody()));
            }
        }
        return Answer.json(404, "{\"title\":\"Unbekannte Adresse\"}");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
        answer.body().writeTo(exchange.getResponseBody());
    }

    @Override
    public void close() {
        server.stop(0);
        Threads.end(pool);
    }
}
