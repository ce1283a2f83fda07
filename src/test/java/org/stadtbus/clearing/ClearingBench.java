package org.stadtbus.clearing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.Received;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.CatalogueLoader;
import org.stadtbus.catalogue.Connectors;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.FillSearchMigration;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalListener;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.Projector;
import org.stadtbus.standards.Standards;
import org.stadtbus.testkit.ForgetfulVault;
import org.stadtbus.vault.Vault;

/** The hub's clearing on a real broker, a real database and the repository's catalogue; no routes, no targets, no web. */
final class ClearingBench implements AutoCloseable {
    static final String TRADE = "99050012104000";
    /** Takes forms; recognises a repetition. */
    static final String REGISTER = "gewerberegister";
    /** Needs a second person; does not recognise a repetition. */
    static final String FILES = "eakte-enaio";

    static final String TRADE_UNIT = "21-buerger-und-ordnungsamt";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path HOME = Path.of("");

    private final TestBroker broker;
    private final ForgetfulVault vault;
    private final AnnotationConfigApplicationContext hub = new AnnotationConfigApplicationContext();
    private final JournalListener projection;

    ClearingBench(Path folder) throws Exception {
        this(
                folder,
                JdbcConnectionPool.create(
                        "jdbc:h2:mem:" + UUID.randomUUID()
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                        "sa",
                        ""));
    }

    ClearingBench(Path folder, DataSource database) throws Exception {
        Flyway.configure()
                .dataSource(database)
                .javaMigrations(new FillSearchMigration(new JournalCodec()))
                .load()
                .migrate();
        hub.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("stadtbus.data", folder.toString())));
        broker = TestBroker.start(folder);
        vault = new ForgetfulVault(broker.vault());
        hub.registerBean("clock", Clock.class, Clock::systemUTC);
        hub.registerBean(Broker.class, broker::broker, definition -> definition.setDestroyMethodName(""));
        hub.registerBean(Vault.class, () -> vault);
        hub.registerBean(JournalCodec.class, JournalCodec::new);
        hub.registerBean(Catalogue.class, () -> new CatalogueLoader().load(HOME));
        hub.registerBean(Connectors.class, () -> Connectors.load(HOME));
        hub.registerBean(Standards.class, () -> Standards.load(Path.of("config"), Path.of("standards")));
        hub.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(database));
        hub.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        hub.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        hub.registerBean(SenderRejection.class, () -> ClearingBench::told);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(hub);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(java.util.regex.Pattern.compile(
                ".*\\.(JournalListener.*|JournalCodec|Clearing(Api|Actions|Problems))")));
        scanner.scan("org.stadtbus.journal", "org.stadtbus.clearing");
        hub.refresh();
        projection = new JournalListener(
                broker.connections(), Queues.JOURNAL, hub.getBean(Projector.class), hub.getBean(JournalCodec.class));
        projection.start();
    }

    /** Stands for the sender's channel. */
    private static void told(Message message, Envelope joined, String queue, HubException why, Outbox outbox) {
        outbox.send(new org.stadtbus.broker.Outgoing(
                "told", new Message(joined, why.sentence().getBytes(UTF_8)), joined.messageId(), ""));
        outbox.journal(event(joined, EventType.REJECTED, JourneyState.REJECTED, why.sentence()));
    }

    Desk desk() {
        return hub.getBean(Desk.class);
    }

    CaseQueries cases() {
        return hub.getBean(CaseQueries.class);
    }

    ReplayRun runs() {
        return hub.getBean(ReplayRun.class);
    }

    JournalQueries journal() {
        return hub.getBean(JournalQueries.class);
    }

    TestBroker broker() {
        return broker;
    }

    ForgetfulVault vault() {
        return vault;
    }

    /** A form of the trade register's service as the intake takes it. */
    static Message form(String text) {
        String id = UUID.randomUUID().toString();
        Envelope envelope = Envelope.builder(id, UUID.randomUUID().toString(), Instant.now())
                .service(TRADE)
                .messageType("urn:stadtbus:form:gewerbeanmeldung:1.0")
                .contentType("application/json")
                .extension("json")
                .channel("rest")
                .externalReference("ref")
                .build();
        return new Message(envelope, text.getBytes(UTF_8));
    }

    /** A message of a journey that was forwarded, and that this procedure refused. */
    ClearingCase refused(String procedure, Message message) {
        return failed(
                procedure, message, 1, HubException.permanent("http-422", "Das Ziel hat mit HTTP 422 geantwortet."));
    }

    ClearingCase failed(String procedure, Message message, int attempt, HubException why) {
        Outbox outbox = new Outbox();
        if (message.envelope().replay() == 0) {
            outbox.journal(event(
                    message.envelope(), EventType.STATE, JourneyState.FORWARDED, "Ihre Anmeldung liegt dem Amt vor."));
        }
        hub.getBean(Clearing.class).delivery(new Received(message, attempt), procedure, why, outbox);
        return opened(message, outbox);
    }

    /** A message whose route failed at its first step. */
    ClearingCase routeFailed(Message message) {
        Outbox outbox = new Outbox()
                .journal(event(message.envelope(), EventType.RECEIVED, JourneyState.RECEIVED, "Antrag eingegangen."));
        hub.getBean(Clearing.class)
                .route(
                        message,
                        message.envelope(),
                        Queues.intake(TRADE),
                        "hub:map?mapping=gewerbeanmeldung-to-csv",
                        HubException.permanent("produced-invalid", "Nicht gültig."),
                        outbox);
        return opened(message, outbox);
    }

    private ClearingCase opened(Message message, Outbox outbox) {
        assertThat(broker.broker().send(outbox)).isTrue();
        long version = message.envelope().replay() * Clearing.VERSIONS_PER_REPLAY;
        return await().atMost(PATIENCE)
                .until(
                        () -> cases().unsolved(message.envelope().journeyId()).stream()
                                .filter(c -> c.version() >= version)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static JournalEvent event(Envelope e, EventType type, JourneyState state, String sentence) {
        return new JournalEvent(
                UUID.randomUUID().toString(), type, Instant.now(), Clearing.HUB, sentence, state, e, null);
    }

    /** The case once the list shows this version of it. */
    ClearingCase shown(Desk.Done done) {
        return await().atMost(PATIENCE)
                .until(() -> cases().find(done.caseId()).orElseThrow(), c -> c.version() >= done.version());
    }

    /** Everything on this queue, taken off it; waits for this many. */
    List<Message> arrived(String queue, int count) {
        List<Message> arrived = new CopyOnWriteArrayList<>();
        try (var ignored = broker.broker().consume(queue, 1, received -> {
            arrived.add(received.message());
            return new Outbox();
        })) {
            await().atMost(PATIENCE).until(() -> arrived.size() >= count && broker.waiting(queue) == 0);
        }
        return new ArrayList<>(arrived);
    }

    static Clerk clerk(String name, String... units) {
        return new Clerk(name, Set.of(units));
    }

    static Wish wish(ClearingCase c) {
        return new Wish(c.version(), "geprüft", false, false);
    }

    @Override
    public void close() throws Exception {
        projection.stop();
        hub.close();
        broker.close();
    }
}
