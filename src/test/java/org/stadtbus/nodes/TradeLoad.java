package org.stadtbus.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Client;

/**
 * Business people who register their trade at the online form without a break. A form that got no 202 is sent again under the same
 * Idempotency-Key until it gets one, to one hub node after the other.
 */
final class TradeLoad implements AutoCloseable {
    private static final Path SAMPLE = Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json");
    private static final String ADDRESS = "/api/v1/services/99050012104000/applications";
    private static final long BEFORE_AGAIN_MILLIS = 50;
    /** A form that is repeated after a lost answer waits until the journal knows what became of it, behind all earlier events. */
    private static final long PATIENCE_SECONDS = 300;

    private final Client client;
    private final List<URI> hubs;
    private final ObjectNode form;
    private final ExecutorService people;
    private final CountDownLatch enough = new CountDownLatch(1);
    /** Business → its journey. */
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    /** Status → how often; 0 = no answer. */
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    private volatile String lastRefusal = "";
    private final Set<String> withoutRetryAfter = new ConcurrentSkipListSet<>();

    private TradeLoad(City city, List<URI> hubs, int people) throws IOException {
        this.client = city.client(City.ONLINE_FORM);
        this.hubs = List.copyOf(hubs);
        this.form = (ObjectNode) Json.read(Files.readString(SAMPLE));
        this.people = Executors.newFixedThreadPool(people);
    }

    /** Begins to send. */
    static TradeLoad start(City city, List<URI> hubs, int people) throws IOException {
        TradeLoad load = new TradeLoad(city, hubs, people);
        for (int i = 0; i < people; i++) {
            load.people.execute(load::register);
        }
        return load;
    }

    private void register() {
        while (enough.getCount() > 0) {
            String business = UUID.randomUUID().toString();
            try {
                for (int attempt = 0; !sent(business, attempt); attempt++) {
                    enough.await(BEFORE_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean sent(String business, int attempt) {
        URI hub = hubs.get(Math.floorMod(business.hashCode() + attempt, hubs.size()));
        ObjectNode body = form.deepCopy();
        ((ObjectNode) body.path("betrieb")).put("name", "Betrieb " + business);
        try {
            HttpResponse<String> answer = client.call(
                    "POST",
                    hub.resolve(ADDRESS),
                    BodyPublishers.ofByteArray(Json.bytes(body)),
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    business);
            answers.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() == 202) {
                accepted.put(
                        business, Json.read(answer.body()).path("journeyId").asText());
                return true;
            }
            lastRefusal = answer.body();
            if (answer.headers().firstValue("Retry-After").isEmpty()) {
                withoutRetryAfter.add(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            answers.merge(0, 1, Integer::sum);
        }
        return false;
    }

    /** How many were accepted so far. */
    int count() {
        return accepted.size();
    }

    /** Waits for the forms in hand and sends no more; gives business → journey of all that were accepted. */
    Map<String, String> stop() throws InterruptedException {
        enough.countDown();
        people.shutdown();
        if (!people.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(
                    "Some form got no 202 within " + PATIENCE_SECONDS + " s: " + answers + " " + lastRefusal);
        }
        return new TreeMap<>(accepted);
    }

    /** How often there was which HTTP status; 0 stands for no answer. */
    Map<Integer, Integer> answers() {
        return new TreeMap<>(answers);
    }

    /** Refusals that did not say when to come again. */
    List<String> withoutRetryAfter() {
        return new ArrayList<>(withoutRetryAfter);
    }

    @Override
    public void close() {
        enough.countDown();
        people.shutdownNow();
    }
}
