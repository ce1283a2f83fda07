package org.stadtbus.sandbox.feuerwehr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.Ids;
import org.stadtbus.sandbox.AnswerSheet;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.Threads;
import org.stadtbus.sandbox.XbauMessage;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Client;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;

/**
 * The fire brigade's procedure: takes participations (XBau 0300) by {@code POST /xbau} and hands its statement (0303) to the hub
 * later, until the hub takes it.
 *
 * <p>A participation lies in {@code offen} from before the 202 until the hub has answered the statement, then in
 * {@code erledigt} or, when the hub refused the statement for good, in {@code abgelehnt}. The statement is made of the
 * participation alone, so that each attempt sends the same message id.
 */
public final class FireBrigade implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FireBrigade.class);
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int DIGITS = 8;
    private static final String PARTICIPATION = "0300";
    /** No fault of the message: the token is not taken (yet), or the hub asks to wait. */
    private static final Set<Integer> TRY_AGAIN = Set.of(401, 408, 425, 429);

    private final Path open;
    private final Path done;
    private final Path refused;
    private final URI target;
    private final Client client;
    private final AnswerSheet sheet = new AnswerSheet("antwort-0303.xsl");
    private final LocalServer server;
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-feuerwehr");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins to listen and to work.
     *
     * @param port wished port; another free one is taken when it is 0 or in use
     * @param folder where its participations lie
     * @param hub address of the hub
     * @param client the brigade's client at the token issuer, scope {@code procedure:brandschutz-vorbeugend}
     * @param every pause between two attempts to hand statements in
     */
    public FireBrigade(int port, Path folder, URI hub, Client client, Duration every) {
        this.open = folder.resolve("offen");
        this.done = folder.resolve("erledigt");
        this.refused = folder.resolve("abgelehnt");
        this.target = hub.resolve("/api/v1/procedures/brandschutz-vorbeugend/messages");
        this.client = client;
        try {
            for (Path made : List.of(open, done, refused)) {
                Files.createDirectories(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server = new LocalServer(port).on("POST", "/xbau", this::take).start();
        clerk.scheduleWithFixedDelay(this::work, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where the hub posts participations. */
    public URI url() {
        return server.uri().resolve("/xbau");
    }

    /** The server, for its port and faults. */
    public LocalServer server() {
        return server;
    }

    /** Idempotency keys of all participations it took, each once. */
    public List<String> received() {
        return Stream.of(open, done, refused)
                .flatMap(folder -> names(folder).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Keys of the participations whose statement the hub took. */
    public List<String> answered() {
        return names(done);
    }

    /** Keys of the participations whose statement the hub refused for good. */
    public List<String> refused() {
        return names(refused);
    }

    /** True when every participation is answered. */
    public boolean idle() {
        return names(open).isEmpty();
    }

    private Answer take(Request request) throws IOException {
        byte[] bytes = request.body().readAllBytes();
        String key = request.header("Idempotency-Key").orElse("");
        boolean participation = XbauMessage.read(bytes)
                .filter(message -> message.type().equals(PARTICIPATION))
                .isPresent();
        if (!participation || !key.matches("[A-Za-z0-9-]{1,64}")) {
            return Answer.json(CLIENT_ERROR, "{\"title\":\"Erwartet wird XBau 0300 mit Idempotency-Key\"}");
        }
        if (!received().contains(key)) {
            Disk.write(open.resolve(key), bytes);
        }
        return Answer.of(202);
    }

    private void work() {
        try {
            for (String key : names(open)) {
                answer(key);
            }
        } catch (IOException e) {
            LOG.debug("The hub is not there; the fire brigade tries again", e);
        } catch (RuntimeException e) {
            LOG.error("The fire brigade of the sandbox failed", e);
        }
    }

    private void answer(String key) throws IOException {
        XbauMessage question =
                XbauMessage.read(Files.readAllBytes(open.resolve(key))).orElseThrow();
        String id = Ids.derived(question.id(), "feuerwehr", "0303");
        byte[] statement = sheet.answer(question, id, question.createdAt().plusSeconds(1), fileNumber(question));
        HttpResponse<String> answer = client.call(
                "POST",
                target,
                BodyPublishers.ofByteArray(statement),
                "Content-Type",
                "application/xml",
                "Idempotency-Key",
                id);
        int status = answer.statusCode();
        if (status >= OK && status < REDIRECT) {
            file(key, done);
        } else if (status >= CLIENT_ERROR && status < SERVER_ERROR && !TRY_AGAIN.contains(status)) {
            LOG.warn("The hub refused the fire brigade's statement {} with HTTP {}", id, status);
            file(key, refused);
        }
    }

    private static String fileNumber(XbauMessage question) {
        return "37-"
                + Ids.sha256(question.id().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    private void file(String key, Path folder) throws IOException {
        Files.move(open.resolve(key), folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        Threads.end(clerk);
    }
}
