package org.stadtbus.pressure;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.http.LocalServer;

/** A target that knows a message again by its Idempotency-Key, as procedures do. */
final class Target implements AutoCloseable {
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final LocalServer server = new LocalServer(0)
            .on("POST", "/ziel", request -> {
                request.body().readAllBytes();
                keys.add(request.header("Idempotency-Key").orElse(""));
                return Answer.of(202);
            })
            .start();

    Target(Fault fault) {
        server.fault(fault);
    }

    void fault(Fault next) {
        server.fault(next);
    }

    URI uri() {
        return server.uri().resolve("/ziel");
    }

    Set<String> keys() {
        return Set.copyOf(keys);
    }

    @Override
    public void close() {
        server.close();
    }
}
