package org.stadtbus.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.scheduling.support.CronExpression;
import org.stadtbus.broker.Again;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.Received;
import org.stadtbus.catalogue.DeliveryPolicy;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.Window;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.delivery.Catalogues.Policy;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.testkit.MovingClock;

/** A proof that is not final when the message is handed over is asked for again, and never is the message sent again. */
class LaterProofTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Receipt.Open OPEN = new Receipt.Open("urn:id:1", Duration.ofHours(1));
    private static final Receipt WAITING = new Receipt("P 1, offen", null, Optional.of(OPEN));
    private static final Receipt GREEN = new Receipt("P 1, grün", "<bericht/>".getBytes(UTF_8), Optional.empty());

    @TempDir
    Path folder;

    private final Procedure procedure = Policy.ordered(1).of("kfz-zulassung");
    private final Peer peer = new Peer();

    /** What a peer says when it is asked. */
    private interface Answer {
        Optional<Receipt> give() throws Exception;
    }

    /** A target that tests tell what to say. */
    private static final class Peer implements Target, Inquirer {
        private final AtomicInteger handed = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicReference<Answer> answer = new AtomicReference<>(() -> Optional.of(WAITING));
        private volatile Receipt first = WAITING;

        @Override
        public Receipt deliver(Message message) {
            handed.incrementAndGet();
            return first;
        }

        @Override
        public Optional<Receipt> inquire(Message message, String peerId) throws Exception {
            assertThat(peerId).isEqualTo(OPEN.peerId());
            assertThat(message.payload()).asString(UTF_8).isEqualTo("vorgang/1");
            asked.incrementAndGet();
            return Objects.requireNonNull(answer.get()).give();
        }
    }

    private DeliveryStand start() throws Exception {
        return DeliveryStand.start(folder, procedure, peer);
    }

    private static JournalEvent last(DeliveryStand stand) throws Exception {
        await().atMost(PATIENCE).until(() -> stand.broker().waiting(Queues.PROOFS) == 0);
        stand.broker().assertWaiting(Queues.PROOFS, 0);
        List<JournalEvent> events = stand.broker().journal();
        return events.get(events.size() - 1);
    }

    private void asked(int times) {
        await().atMost(PATIENCE).until(() -> peer.asked.get() >= times);
    }

    @Test
    void finalProofThatComesLaterIsJournalledWithItsDocument() throws Exception {
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "vorgang/1");
            asked(3);

            peer.answer.set(() -> Optional.of(GREEN));

            JournalEvent proof = last(stand);
            assertThat(proof.type()).isEqualTo(EventType.DELIVERED);
            assertThat(proof.sentence()).isEqualTo("Quittung: P 1, grün.");
            assertThat(proof.envelope().journeyId()).isEqualTo("vorgang");
            assertThat(proof.payload()).isNotNull();
            assertThat(peer.handed).hasValue(1);
        }
    }

    @Test
    void restartLosesNoProof() throws Exception {
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "vorgang/1");
            asked(1);
        }
        peer.answer.set(() -> Optional.of(GREEN));
        try (DeliveryStand again = start()) {
            assertThat(last(again).sentence()).isEqualTo("Quittung: P 1, grün.");
            assertThat(peer.handed).hasValue(1);
        }
    }

    @Test
    void peerThatIsAwayIsAskedAgain() throws Exception {
        peer.answer.set(() -> {
            throw HubException.temporary("away", "Nicht erreichbar.", new IOException());
        });
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "vorgang/1");
            asked(2);

            peer.answer.set(() -> Optional.of(GREEN));

            assertThat(last(stand).sentence()).isEqualTo("Quittung: P 1, grün.");
        }
    }

    @Test
    void messageThatDidNotArriveAfterAllIsACaseForAPerson() throws Exception {
        peer.answer.set(() -> {
            throw HubException.permanent("red", "Die Nachricht konnte nicht zugestellt werden.");
        });
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "vorgang/1");

            JournalEvent event = last(stand);
            assertThat(event.type()).isEqualTo(EventType.CLEARING);
            assertThat(event.sentence()).startsWith("Die Nachricht konnte nicht zugestellt werden.");
            assertThat(stand.clearingCases()).isEqualTo(1);
        }
    }

    @Test
    void afterTheLimitTheJournalSaysThatThereIsNoProof() throws Exception {
        peer.first = new Receipt("P 1", null, Optional.of(new Receipt.Open(OPEN.peerId(), Duration.ofMillis(1))));
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "vorgang/1");

            JournalEvent event = last(stand);
            assertThat(event.type()).isEqualTo(EventType.UNPROVEN);
            assertThat(event.sentence()).contains("P 1, offen");
            assertThat(stand.clearingCases()).isZero();
        }
    }

    @Test
    void nobodyIsAskedInAMaintenanceWindowAndTheQuestionComesWhenItEnds() {
        Window noon = new Window(CronExpression.parse("0 0 12 * * *"), Duration.ofHours(2));
        DeliveryPolicy policy =
                Policy.ordered(1).window(noon).of(procedure.id()).delivery();
        MovingClock clock = new MovingClock(Instant.parse("2026-11-24T11:30:00Z"));
        Proofs proofs = new Proofs(
                id -> Optional.of(new Proofs.Peer(peer, policy)), mock(Clearing.class), clock, clock, Proofs.INTERVALS);
        String inquiry = new Inquiry(procedure.id(), OPEN).text();
        Received due = new Received(DeliveryStand.message("vorgang/1"), 2, inquiry, 0, clock.instant(), "", 0);

        Instant end = Instant.parse("2026-11-24T13:00:00Z");
        assertThat(proofs.handle(due).again()).contains(new Again(end, 2));
        assertThat(peer.asked).hasValue(0);

        clock.set(end);
        assertThat(proofs.handle(due).events()).hasSize(1);
        assertThat(peer.asked).hasValue(1);
    }

    @Test
    void peerThatForgotTheMessageIsNotAskedForEver() throws Exception {
        peer.answer.set(Optional::empty);
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "vorgang/1");

            assertThat(last(stand).type()).isEqualTo(EventType.UNPROVEN);
        }
    }
}
