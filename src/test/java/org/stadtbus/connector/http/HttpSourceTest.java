package org.stadtbus.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Originals;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;

/** What the connector promises who fetches messages over HTTP, against a real server. */
class HttpSourceTest {
    private static final int LARGEST = 100;
    private static final int MOST_KEPT = 2000;

    private record Taken(String key, String type, String extension, String text) {}

    private final Map<String, String> waiting = new TreeMap<>();
    private final MemoryVault vault = new MemoryVault();
    private final List<Attachment> kept = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger lists = new AtomicInteger();
    private final AtomicInteger cutDeletes = new AtomicInteger();
    private volatile String list = "";
    private volatile String hub = "well";
    private LocalServer server;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        server = new LocalServer(0)
                .on("GET", "/ausgang", request -> list())
                .on("GET", "/ausgang/(\\w+)", this::message)
                .on("DELETE", "/ausgang/(\\w+)", this::delete)
                .start();
        AnswerIntake intake = mock(AnswerIntake.class);
        when(intake.maxAnswer()).thenReturn((long) LARGEST);
        when(intake.tooLarge()).thenReturn(HubException.rejected("too-large", "Die Nachricht ist zu groß."));
        camel = Kamelets.context("http/http-source.kamelet.yaml");
        camel.getRegistry().bind("http-inbox-component", new HttpInboxComponent(intake, new Originals(vault)));
    }

    @AfterEach
    void end() {
        camel.stop();
        server.close();
    }

    private void start() throws Exception {
        Map<String, String> properties = new LinkedHashMap<>(
                Map.of("url", server.uri() + "/ausgang", "list", "/nachrichten", "link", "/href", "delay", "50"));
        properties.put("responseTimeout", "2000");
        properties.put("maxKept", String.valueOf(MOST_KEPT));
        properties.put("procedure", "register");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(Kamelets.uri("http-source/register", properties))
                        .errorHandler(noErrorHandler())
                        .process(HttpSourceTest.this::takeIn);
            }
        });
        camel.start();
    }

    private synchronized Answer list() {
        lists.incrementAndGet();
        return Answer.json(
                200,
                !list.isEmpty()
                        ? list
                        : waiting.keySet().stream()
                                .map(id -> "{\"href\":\"/ausgang/" + id + "\"}")
                                .collect(Collectors.joining(",", "{\"nachrichten\":[", "]}")));
    }

    private synchronized Answer message(Request request) {
        String text = waiting.get(request.path().get(0));
        fetched.add(request.path().get(0));
        return text == null ? Answer.of(404) : Answer.bytes(200, "application/vnd.amt+xml", text.getBytes(UTF_8));
    }

    private synchronized Answer delete(Request request) {
        if (cutDeletes.getAndDecrement() > 0) {
            return Answer.of(503);
        }
        return Answer.of(waiting.remove(request.path().get(0)) == null ? 410 : 204);
    }

    private synchronized void put(String id, String text) {
        waiting.put(id, text);
    }

    private synchronized List<String> left() {
        return List.copyOf(waiting.keySet());
    }

    private void takeIn(Exchange exchange) {
        String text = exchange.getIn().getBody(String.class);
        if (hub.equals("ill")) {
            throw HubException.temporary("broker", "Der Hub kann gerade nicht.", new IOException());
        }
        HubException unreadable = exchange.getProperty("stadtbus.unreadable", HubException.class);
        if (unreadable != null) {
            refused.add(unreadable.problemCode());
            kept.addAll(List.of(exchange.getProperty("stadtbus.attachments", Attachment[].class)));
            throw unreadable;
        }
        taken.add(new Taken(
                exchange.getIn().getHeader("StadtbusDuplicateKey", String.class),
                exchange.getIn().getHeader("StadtbusContentType", String.class),
                exchange.getIn().getHeader("StadtbusExtension", String.class),
                text));
    }

    @Test
    void eachMessageIsTakenOnceAndDeletedThen() throws Exception {
        put("1", "<a>ä</a>");
        put("2", "<b/>");
        start();

        await().untilAsserted(() -> assertThat(left()).isEmpty());
        assertThat(taken)
                .containsExactly(
                        new Taken(server.uri() + "/ausgang/1", "application/vnd.amt+xml", "xml", "<a>ä</a>"),
                        new Taken(server.uri() + "/ausgang/2", "application/vnd.amt+xml", "xml", "<b/>"));
    }

    @Test
    void messageStaysUntilTheHubHasIt() throws Exception {
        hub = "ill";
        put("1", "<a/>");
        start();
        await().until(() -> lists.get() > 2);
        assertThat(left()).containsExactly("1");

        hub = "well";
        await().untilAsserted(() -> assertThat(left()).isEmpty());
        assertThat(taken).hasSize(1);
    }

    @Test
    @Refuses(connector = "http", value = BadInput.REPLAYED)
    void lostDeleteBringsTheSameMessageAgainAtMost() throws Exception {
        cutDeletes.set(1);
        put("1", "<a/>");
        start();

        await().untilAsserted(() -> assertThat(left()).isEmpty());
        assertThat(taken).hasSize(2);
        assertThat(taken.stream().distinct()).hasSize(1);
    }

    @Test
    @Refuses(connector = "http", value = BadInput.OVERSIZED)
    void oversizedOneIsRefusedKeptAndDoesNotKeepTheOthers() throws Exception {
        String oversized = "<a>" + "ö".repeat(5 * LARGEST) + "</a>";
        put("1", oversized);
        put("2", "<b/>");
        start();

        await().untilAsserted(() -> assertThat(left()).isEmpty());
        assertThat(taken).extracting(Taken::text).containsExactly("<b/>");
        assertThat(refused).containsExactly("too-large");
        assertThat(kept).extracting(Attachment::filename).containsExactly("original.xml");
        assertThat(vault.open(kept.get(0).sha256())).hasContent(oversized);
        assertThat(vault.drawers()).containsExactly("register");
    }

    @Test
    @Refuses(connector = "http", value = BadInput.OVERSIZED)
    void oneTooLargeToBeKeptStaysThereAndIsRefusedOnce() throws Exception {
        put("1", "x".repeat(MOST_KEPT + 1));
        start();
        await().until(() -> lists.get() > 5);
        put("2", "<b/>");

        await().untilAsserted(() -> assertThat(taken).hasSize(1));
        assertThat(left()).containsExactly("1");
        assertThat(refused).containsExactly("http-too-large-to-keep");
        assertThat(kept).isEmpty();
        assertThat(fetched).containsOnlyOnce("1");
    }

    @Test
    void addressOnAnotherServerIsNotFollowed() throws Exception {
        AtomicInteger visits = new AtomicInteger();
        try (LocalServer other = new LocalServer(0)
                .on("GET", "/ausgang/1", request -> {
                    visits.incrementAndGet();
                    return Answer.of(200);
                })
                .start()) {
            list = "{\"nachrichten\":[{\"href\":\"" + other.uri() + "/ausgang/1\"}]}";
            start();
            await().until(() -> lists.get() > 2);
        }
        assertThat(visits).hasValue(0);
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"https://example.org/ausgang/1\"", "\"mailto:amt@example.org\"", "\"a b\"", "\"\"", "17"})
    void entryThatLeadsNowhereDoesNotKeepTheOthers(String href) throws Exception {
        put("2", "<b/>");
        list = "{\"nachrichten\":[{\"href\":" + href + "},{\"href\":\"/ausgang/2\"}]}";
        start();

        await().untilAsserted(() -> assertThat(left()).isEmpty());
        assertThat(taken).extracting(Taken::text).containsExactly("<b/>");
    }

    @Test
    @Refuses(connector = "http", value = BadInput.MALFORMED)
    void listThatIsNoneIsAskedForAgain() throws Exception {
        put("1", "<a/>");
        list = "<html>Wartung</html>";
        start();
        await().until(() -> lists.get() > 2);
        assertThat(taken).isEmpty();

        list = "";
        await().untilAsserted(() -> assertThat(left()).isEmpty());
    }

    @Test
    void procedureThatWasDownIsAskedAgain() throws Exception {
        put("1", "<a/>");
        server.fault(new Fault.HangUp());
        start();
        await().until(() -> lists.get() > 2);
        assertThat(taken).isEmpty();

        server.fault(new Fault.None());
        await().untilAsserted(() -> assertThat(left()).isEmpty());
        assertThat(taken).hasSize(1);
    }
}
