package org.stadtbus.cli.bench;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtbus.Hub;
import org.stadtbus.broker.Backlog;
import org.stadtbus.cli.Ports;
import org.stadtbus.envelope.HubException;

/** The hub itself: REST intake with token, vault, durable queues, route, dispatcher, HTTP sink, journal and projection. */
final class HubContender implements Contender {
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();
    private static final long LOOK_MILLIS = 5;

    private final HttpSender http;
    private final List<URI> addresses = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final ConfigurableApplicationContext hub;
    private final Backlog backlog;

    HubContender(
            BenchHome home, Path data, BenchTokens issuer, Target target, HttpSender http, Map<String, String> settings)
            throws JOSEException {
        this.http = http;
        int port = Ports.free();
        for (int i = 0; i < BenchHome.TARGETS; i++) {
            String procedure = BenchHome.procedure(i);
            addresses.add(URI.create("http://127.0.0.1:" + port + "/api/v1/procedures/" + procedure + "/messages"));
            tokens.add(issuer.issue(procedure, "procedure:" + procedure));
        }
        Map<String, String> all = new LinkedHashMap<>();
        all.put("stadtbus.home", home.folder().toString());
        all.put("stadtbus.data", data.toString());
        all.put("server.port", String.valueOf(port));
        all.put("stadtbus.security.issuer-uri", issuer.issuer().toString());
        all.put("stadtbus.security.jwk-set-uri", issuer.keys().toString());
        all.put("bench.target", target.uri().toString());
        all.putAll(settings);
        this.hub = Hub.start(all);
        this.backlog = hub.getBean(Backlog.class);
    }

    @Override
    public String id() {
        return "hub";
    }

    @Override
    public String title() {
        return "Hub, mit Journal und Tresor";
    }

    @Override
    public void send(Workload workload, int target, byte[] message) throws IOException {
        http.post(addresses.get(target), tokens.get(target), message);
    }

    /** Messages that wait, per queue; empty queues are left out. */
    Map<String, Long> waiting() {
        return backlog.waiting();
    }

    @Override
    public void settle() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!backlog.waiting().isEmpty()) {
            if (System.nanoTime() > end) {
                throw HubException.permanent(
                        "bench-stuck", "Der Hub kommt nicht zur Ruhe, es warten " + backlog.waiting() + ".");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
