package org.stadtbus.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.intake.TestBeginnings;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.mapping.Authorities;
import org.stadtbus.mapping.DirectoryView;
import org.stadtbus.mapping.Mapping;
import org.stadtbus.mapping.Mappings;
import org.stadtbus.standards.FileDirectory;
import org.stadtbus.standards.Standards;

/** A procedure's message begins a journey: real broker, real standard. */
class BeginStepTest {
    private static final String SCHEMA = "xbau-2.6";
    private static final String SERVICE = "99012018001000";
    private static final Path APPLICATION = Path.of("mappings/xbau-antrag-to-xbau/samples/einfamilienhaus.in.xml");
    /** What the portal calls the case in that sample. */
    private static final String CASE = "a4c1d2e0-0000-4000-8000-000000000001";

    @TempDir
    Path folder;

    private final Standards standards = Standards.load(Path.of("config"), Path.of("standards"));
    private final AtomicInteger hops = new AtomicInteger();
    private FlowBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new FlowBench(folder.resolve("broker"));
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private BeginStep step(String installation, boolean takesTests) {
        return new BeginStep(standards, TestBeginnings.of(folder.resolve(installation), takesTests), SERVICE, SCHEMA);
    }

    private void run(Rejection rejection, Step after) throws Exception {
        BeginStep begin = step("keys", false);
        bench.run(rejection, exchange -> {
            Hop hop = Hop.of(exchange);
            begin.perform(hop);
            after.perform(exchange);
            hop.send(Outgoing.delivery("ziel", hop.current(), true));
        });
        bench.send("handed-in", Files.readString(APPLICATION));
    }

    private List<JournalEvent> events(EventType type) throws Exception {
        return bench.journal().stream().filter(e -> e.type() == type).toList();
    }

    @Test
    void applicationOfAProcedureIsReceivedAsOneOfAnyOtherChannel() throws Exception {
        run((hop, why, outbox) -> {}, exchange -> {});
        bench.awaitWaiting(Queues.delivery("ziel"), 1);

        JournalEvent received = events(EventType.RECEIVED).get(0);
        assertThat(received.state()).isEqualTo(JourneyState.RECEIVED);
        assertThat(received.payload()).isNotNull();
        Envelope envelope = received.envelope();
        assertThat(envelope)
                .extracting(Envelope::messageId, Envelope::service, Envelope::messageType, Envelope::channel)
                .containsExactly("handed-in", SERVICE, "0200", "test");
        assertThat(envelope.replyTo()).isEqualTo(CASE);
        assertThat(envelope.journeyId()).isNotEqualTo(envelope.messageId());
    }

    @Test
    void repeatedHopBeginsOneJourney() throws Exception {
        run((hop, why, outbox) -> {}, exchange -> {
            if (hops.incrementAndGet() == 1) {
                throw HubException.temporary("away", "Gerade nicht.", new IllegalStateException());
            }
        });
        bench.awaitWaiting(Queues.delivery("ziel"), 1);

        assertThat(hops).hasValue(2);
        assertThat(events(EventType.RECEIVED)).hasSize(1);
    }

    @Test
    void sameMessageLeadsToTheSameJourneyWhichNobodyWithoutTheSecretCanGuess() throws Exception {
        assertThat(journey("here")).isEqualTo(journey("here")).isNotEqualTo(journey("there"));
    }

    private String journey(String installation) throws Exception {
        Hop hop = Hops.of(APPLICATION);
        step(installation, false).perform(hop);
        return hop.envelope().journeyId();
    }

    @Test
    void whatIsRefusedAfterItBeganEndsRejectedAndItsSenderIsTold() throws Exception {
        run(rejection(), exchange -> {
            throw HubException.rejected("schema-violation", "Der Lageplan fehlt.");
        });
        bench.awaitWaiting(Queues.delivery("test"), 1);

        JournalEvent began = events(EventType.RECEIVED).get(0);
        assertThat(events(EventType.REJECTED))
                .extracting(e -> e.envelope().journeyId(), JournalEvent::state, JournalEvent::sentence)
                .containsExactly(tuple(
                        began.envelope().journeyId(),
                        JourneyState.REJECTED,
                        "Antrag zurückgewiesen: Der Lageplan fehlt."));
        assertThat(bench.broker().waiting(Queues.delivery("ziel"))).isZero();
    }

    private AnswerRejection rejection() {
        Authorities directory = new DirectoryView(FileDirectory.load(Path.of("mappings/common/sample-directory.yaml")));
        Mapping mapping = Mappings.load(Path.of("mappings"), directory).find("antwort-to-xbau1100");
        return new AnswerRejection(
                mapping, new MappingContexts(), "bauportal", bytes -> standards.header(SCHEMA, bytes));
    }

    @Test
    void messageMarkedAsATestBeginsNothingInProduction() throws Exception {
        String marked = Files.readString(APPLICATION).replaceFirst("produkt=", "test=\"1\" produkt=");
        assertThatThrownBy(() -> step("keys", false).perform(Hops.of(marked)))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.problemCode()).isEqualTo("test-in-production"));

        Hop hop = Hops.of(marked);
        step("keys", true).perform(hop);
        assertThat(hop.envelope().test()).isTrue();
    }
}
