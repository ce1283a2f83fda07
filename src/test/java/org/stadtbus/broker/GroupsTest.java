package org.stadtbus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/** A journey whose messages are kept in order is not remembered for ever by the queues it went through. */
class GroupsTest {
    private static final String QUEUE = Queues.delivery("ziel");
    private static final int JOURNEYS = 1100;
    private static final int REMEMBERED = 1024;

    @TempDir
    private Path folder;

    @Test
    void queueRemembersABoundedNumberOfGroups() throws Exception {
        AtomicInteger handled = new AtomicInteger();
        try (TestBroker broker = TestBroker.start(folder);
                TransactedConsumer consumer = broker.broker().consume(QUEUE, 2, received -> {
                    handled.incrementAndGet();
                    return new Outbox();
                })) {
            assertThat(consumer).isNotNull();
            Outbox outbox = new Outbox();
            for (int i = 0; i < JOURNEYS; i++) {
                outbox.send(Outgoing.delivery("ziel", message(UUID.randomUUID().toString()), true));
            }
            broker.broker().send(outbox);
            await().atMost(Duration.ofSeconds(60)).until(() -> handled.get() >= JOURNEYS);
            assertThat(broker.groups(QUEUE)).isPositive().isLessThanOrEqualTo(REMEMBERED);
        }
    }

    private static Message message(String id) {
        return new Message(
                Envelope.builder(id, id, Instant.EPOCH)
                        .extension("xml")
                        .channel("test")
                        .build(),
                new byte[] {1});
    }
}
