package org.stadtbus.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;

/** What becomes of a message whose hop fails, on a real broker and in a real route. */
class FailedHopTest {
    private static final Rejection NONE = (hop, why, outbox) -> {
        throw new AssertionError("Nobody rejects here");
    };

    @TempDir
    Path folder;

    private FlowBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new FlowBench(folder);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void crashEndsAsAClearingCaseWithASentenceAndTheConsumerGoesOn() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        bench.run(NONE, exchange -> crash(exchange, "in einem Schritt", attempts), route -> route.to("bench:step")
                .process(exchange -> crash(exchange, "in der Linie", attempts))
                .process(FailedHopTest::handOver));
        bench.send("1", "in einem Schritt");
        bench.send("2", "in der Linie");
        for (int i = 3; i < 13; i++) {
            bench.send(String.valueOf(i), "gut");
        }

        bench.awaitWaiting(Queues.delivery("ziel"), 10);
        bench.awaitWaiting(FlowBench.CLEARING, 2);
        bench.awaitWaiting(FlowBench.QUEUE, 0);
        assertThat(attempts).hasValue(10);
        assertThat(events(EventType.CLEARING)).hasSize(2).allSatisfy(event -> assertThat(event.sentence())
                .contains("StackOverflowError")
                .contains("betrieb"));
    }

    private static void crash(Exchange exchange, String text, AtomicInteger attempts) {
        if (new String(exchange.getIn().getBody(byte[].class), StandardCharsets.UTF_8).equals(text)) {
            attempts.incrementAndGet();
            throw new StackOverflowError();
        }
    }

    @Test
    void whatWasOnlyToBeSentIsNotJournalledWhenALaterStepFails() throws Exception {
        bench.run(NONE, exchange -> {
            handOver(exchange);
            Hop.of(exchange).journalState(EventType.STATE, "stadtbus", "Weitergeleitet.", JourneyState.FORWARDED);
            throw HubException.permanent("broken", "Der nächste Schritt geht nicht.");
        });
        bench.send("1", "gut");

        bench.awaitWaiting(FlowBench.CLEARING, 1);
        assertThat(bench.broker().waiting(Queues.delivery("ziel"))).isZero();
        assertThat(bench.journal()).extracting(JournalEvent::type).containsExactly(EventType.CLEARING);
    }

    @Test
    void rejectionThatCannotBeMadeBecomesAClearingCase() throws Exception {
        bench.run(
                (hop, why, outbox) -> {
                    throw HubException.rejected("no-reason", "Ohne Grund keine Zurückweisung.");
                },
                exchange -> {
                    throw HubException.rejected("schema-violation", "Nicht gültig.");
                });
        bench.send("1", "falsch");

        bench.awaitWaiting(FlowBench.CLEARING, 1);
        assertThat(events(EventType.CLEARING)).singleElement().satisfies(event -> assertThat(event.sentence())
                .startsWith("Nicht gültig."));
    }

    @Test
    void hubThatStopsInTheMiddleOpensNoClearingCase() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        bench.run(NONE, exchange -> {
            if (attempts.incrementAndGet() == 1) {
                throw new RejectedExecutionException("Run is not allowed");
            }
            handOver(exchange);
        });
        bench.send("1", "gut");

        bench.awaitWaiting(Queues.delivery("ziel"), 1);
        assertThat(bench.broker().waiting(FlowBench.CLEARING)).isZero();
    }

    private static void handOver(Exchange exchange) {
        Hop hop = Hop.of(exchange);
        hop.send(Outgoing.delivery("ziel", hop.current(), true));
        hop.journal(EventType.HANDED_OVER, "ziel", "Zur Zustellung übergeben.");
    }

    private List<JournalEvent> events(EventType type) throws Exception {
        return bench.journal().stream().filter(e -> e.type() == type).toList();
    }
}
