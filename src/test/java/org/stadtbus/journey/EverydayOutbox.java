package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;

/** A procedure that has its messages fetched over HTTP. */
final class EverydayOutbox implements AutoCloseable {
    private final Map<String, String> waiting = new ConcurrentSkipListMap<>();
    private final LocalServer server = new LocalServer(0)
            .on("GET", "/ausgang", request -> list())
            .on("GET", "/ausgang/([\\w-]+)", this::message)
            .on("DELETE", "/ausgang/([\\w-]+)", this::delete)
            .start();

    private Answer list() {
        return Answer.json(
                200,
                waiting.keySet().stream()
                        .map(id -> "\"/ausgang/" + id + "\"")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private Answer message(Request request) {
        String text = waiting.get(request.path().get(0));
        return text == null ? Answer.of(404) : Answer.bytes(200, "application/xml", text.getBytes(UTF_8));
    }

    private Answer delete(Request request) {
        return Answer.of(waiting.remove(request.path().get(0)) == null ? 404 : 204);
    }

    String uri() {
        return server.uri().toString();
    }

    void put(String id, String text) {
        waiting.put(id, text);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    @Override
    public void close() {
        server.close();
    }
}
