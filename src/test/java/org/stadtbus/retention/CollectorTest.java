package org.stadtbus.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.TestBroker;
import org.stadtbus.broker.TransactedConsumer;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.Events;
import org.stadtbus.testkit.SmallHeap;
import org.stadtbus.vault.Vault;
import org.stadtbus.vault.VaultAt;

class CollectorTest {
    private static final Duration GRACE_OVER = Duration.ofDays(3);
    private static final byte[] PLAN = "Lageplan".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LARGE = new byte[100_000];
    private static final int CONTENTS = 150;

    @TempDir
    private Path folder;

    private TestBroker broker;
    private ClearedUp hub;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.start(folder);
        hub = new ClearedUp(folder, broker.look());
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void orphanDoesNotOutliveTheCollector() throws Exception {
        SmallHeap.run(StoreAndDie.class, 64, folder, folder.toString());
        String orphan = Ids.sha256(PLAN);
        assertThat(hub.vaultNow().holds(orphan)).isTrue();

        assertThat(hub.collectorAfter(Duration.ofHours(1)).run(false).removed())
                .as("its message may be just coming")
                .isZero();
        assertThat(hub.collectorAfter(GRACE_OVER).run(true).removed()).isEqualTo(1);
        assertThat(hub.vaultNow().holds(orphan)).as("a dry run removes nothing").isTrue();
        assertThat(hub.collectorAfter(GRACE_OVER).run(false).removed()).isEqualTo(1);
        assertThat(hub.vaultNow().holds(orphan)).isFalse();
    }

    /** The hub at its worst moment: what was stored is on disk, its message is not sent. */
    static final class StoreAndDie {
        public static void main(String[] arguments) throws IOException {
            new VaultAt(Path.of(arguments[0])).at(Instant.now()).store(ClearedUp.BAU, PLAN);
            Runtime.getRuntime().halt(0);
        }
    }

    @Test
    void collectorNeverTakesWhatAWaitingMessageNeeds() {
        Message message = send("out.bauantraege");

        hub.collectorAfter(GRACE_OVER).run(false);

        assertThatAllIsThere(message);
    }

    @Test
    void collectorNeverTakesWhatAMessageInHandOrBetweenTwoAttemptsNeeds() throws Exception {
        Message message = send("out.bauantraege");
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch attempts = new CountDownLatch(3);
        try (TransactedConsumer consumer = broker.broker().consume("out.bauantraege", 1, received -> {
            inHand.countDown();
            assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
            attempts.countDown();
            throw new IllegalStateException("target down");
        })) {
            assertThat(inHand.await(30, TimeUnit.SECONDS)).isTrue();
            hub.collectorAfter(GRACE_OVER).run(false);
            assertThatAllIsThere(message);
            looked.countDown();
            while (attempts.getCount() > 0) {
                hub.collectorAfter(GRACE_OVER).run(false);
            }
            assertThatAllIsThere(message);
        }
        Awaitility.await().until(() -> broker.waiting("out.bauantraege") == 1);
        assertThatAllIsThere(message);
    }

    @Test
    void whatNobodyNeedsAnyMoreGoes() throws Exception {
        Message message = send("out.bauantraege");
        CountDownLatch done = new CountDownLatch(1);
        try (TransactedConsumer consumer = broker.broker().consume("out.bauantraege", 1, received -> {
            done.countDown();
            return new Outbox();
        })) {
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            Awaitility.await().until(() -> broker.waiting("out.bauantraege") == 0);
        }

        assertThat(hub.collectorAfter(GRACE_OVER).run(false).removed()).isEqualTo(2);
        assertThat(hub.vaultNow().holds(message.envelope().attachments().get(0).sha256()))
                .isFalse();
    }

    @Test
    void collectorNeverTakesWhatAnEventThatIsNotYetProjectedAnnounces() {
        broker.broker()
                .write(
                        Events.journey(ClearedUp.BAU, "ref", Instant.now())
                                .event(EventType.RECEIVED, "urn:antrag", "rest", "Eingegangen.", null, LARGE)
                                .event(),
                        LARGE);

        hub.collectorAfter(GRACE_OVER).run(false);

        assertThat(hub.vaultNow().holds(Ids.sha256(LARGE))).isTrue();
    }

    @Test
    void whatTheJournalNamesStaysUntilItsRetentionIsOver() {
        Attachment file = attachment();
        Events journey = Events.journey(ClearedUp.BAU, "ref", Instant.now()).attachments(file);
        hub.project(journey.event(EventType.RECEIVED, "urn:antrag", "rest", "Eingegangen.", null, LARGE));

        assertThat(hub.collectorAfter(Duration.ofDays(3000)).run(false).removed())
                .isZero();
        assertThat(hub.vaultNow().holds(file.sha256())).isTrue();
        assertThat(hub.vaultNow().holds(Ids.sha256(LARGE))).isTrue();
    }

    @Test
    void collectorNeverTakesWhatIsStoredAgainMeanwhile() throws Exception {
        Instant later = Instant.now().plus(GRACE_OVER);
        for (int i = 0; i < CONTENTS; i++) {
            hub.vaultNow().store(ClearedUp.BAU, content(i));
        }
        Vault again = hub.vault.at(later);
        ExecutorService racer = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> stored = racer.submit(() -> {
                List<String> addresses = new ArrayList<>();
                for (int i = 0; i < CONTENTS; i++) {
                    addresses.add(again.store(ClearedUp.BAU, content(i)).sha256());
                }
                return addresses;
            });
            long removed = 0;
            while (!stored.isDone()) {
                removed += hub.collectorAfter(GRACE_OVER).run(false).removed();
            }
            hub.collectorAfter(GRACE_OVER).run(false);

            assertThat(removed).as("the two met").isPositive();
            for (String address : stored.get()) {
                try (InputStream in = again.open(address)) {
                    assertThat(in.readAllBytes()).startsWith((byte) 'A');
                }
            }
        } finally {
            racer.shutdownNow();
        }
    }

    private static byte[] content(int i) {
        return ("Antrag " + i).getBytes(StandardCharsets.UTF_8);
    }

    private Attachment attachment() {
        Vault.Stored stored = hub.vaultNow().store(ClearedUp.BAU, PLAN);
        return new Attachment("a1", "plan.pdf", "application/pdf", "lageplan", stored.size(), stored.sha256());
    }

    /** A message as its queue keeps it: payload too large to ride along, a file, nothing in the journal. */
    private Message send(String queue) {
        String id = UUID.randomUUID().toString();
        Envelope envelope = Envelope.builder(id, id, Instant.now())
                .service(ClearedUp.BAU)
                .messageType("urn:antrag")
                .contentType("application/json")
                .extension("json")
                .channel("rest")
                .externalReference("ref")
                .attachments(List.of(attachment()))
                .build();
        Message message = new Message(envelope, LARGE);
        broker.broker().send(new Outbox().send(new Outgoing(queue, message, id, "")));
        return message;
    }

    private void assertThatAllIsThere(Message message) {
        assertThat(hub.vaultNow().holds(Ids.sha256(message.payload()))).isTrue();
        assertThat(hub.vaultNow().holds(message.envelope().attachments().get(0).sha256()))
                .isTrue();
    }
}
