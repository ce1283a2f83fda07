package org.stadtbus.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Queues;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.delivery.Catalogues.Policy;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;

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
    void peerThatForgotTheMessageIsNotAskedForEver() throws Exception {
        peer.answer.set(Optional::empty);
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "vorgang/1");

            assertThat(last(stand).type()).isEqualTo(EventType.UNPROVEN);
        }
    }
}
