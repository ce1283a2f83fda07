package org.stadtbus.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;

/**
 * A trade register that takes registrations over HTTP and knows by their Idempotency-Key those it has already. It lives in the
 * test, outlives every kill and remembers all it got.
 */
public final class TradeRegister implements AutoCloseable {
    private static final Charset CSV = Charset.forName("ISO-8859-15");
    private static final Pattern BUSINESS = Pattern.compile("Betrieb ([0-9a-f-]+)");
    private static final String CATALOGUE = "config/procedures/21-buerger-und-ordnungsamt.yaml";
    private static final Pattern CONNECTION = Pattern.compile(
            "(  - id: gewerberegister\\n(?:    [^\\n]*\\n)*?    connection:\\n)(?:      [^\\n]*\\n)+(    delivery:\\n)(?:      [^\\n]*\\n)+");

    private final LocalServer server = new LocalServer(0);
    /** Name of the business → ids of the messages about it. */
    private final Map<String, Set<String>> entries = new ConcurrentHashMap<>();

    private final AtomicInteger repeated = new AtomicInteger();

    /** Listens on a free port. */
    public TradeRegister() {
        server.on("POST", "/gewerbe", this::take).start();
    }

    private Answer take(Request request) throws IOException {
        Matcher business = BUSINESS.matcher(new String(request.body().readAllBytes(), CSV));
        if (!business.find()) {
            return Answer.of(400);
        }
        String message = request.header("Idempotency-Key").orElseThrow();
        boolean fresh = entries.computeIfAbsent(business.group(1), b -> ConcurrentHashMap.newKeySet())
                .add(message);
        repeated.addAndGet(fresh ? 0 : 1);
        return Answer.of(fresh ? 201 : 200);
    }

    /** Copies the hub's home into the folder, with this register in its catalogue. */
    public Path home(Path folder) {
        try {
            for (String part : List.of("config", "connectors", "mappings", "routes")) {
                FileSystemUtils.copyRecursively(Path.of(part), folder.resolve(part));
            }
            Path catalogue = folder.resolve(CATALOGUE);
            Matcher entry = CONNECTION.matcher(Files.readString(catalogue));
            if (!entry.find()) {
                throw new IllegalStateException("The catalogue has no connected trade register");
            }
            String connection = "      connector: http\n      properties: { url: \"" + server.uri() + "/gewerbe\" }\n";
            String delivery =
                    "      concurrency: 4\n      retry: { initial: 1s, multiplier: 2, max: 5s, attempts: 0 }\n";
            Files.writeString(
                    catalogue, entry.replaceFirst(match -> match.group(1) + connection + match.group(2) + delivery));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The businesses it knows. */
    public Set<String> businesses() {
        return new TreeSet<>(entries.keySet());
    }

    /** Businesses that came with more than one message id, which it could not know to be the same. */
    public Map<String, Set<String>> doubled() {
        Map<String, Set<String>> doubled = new TreeMap<>(entries);
        doubled.values().removeIf(messages -> messages.size() == 1);
        return doubled;
    }

    /** Deliveries it recognised as repeated. */
    public int repeated() {
        return repeated.get();
    }

    @Override
    public void close() {
        server.close();
    }
}
