package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Queues;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.connector.osci.OsciHub;
import org.stadtbus.delivery.Catalogues.Policy;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.osci.Dialog;
import org.stadtbus.osci.OsciStand;
import org.stadtbus.testkit.Kamelets;

/** The process card of the sandbox's OSCI intermediary, on which the reception stands only when the reader has fetched. */
class OsciProcessCardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Procedure procedure = Policy.ordered(1).of("meldewesen");

    private DeliveryStand start(CamelContext camel, OsciHub osci) throws Exception {
        Map<String, String> properties = osci.properties();
        properties.put("readerAlias", "leser");
        Sink sink = new Sink(camel.createProducerTemplate(), procedure, "osci", properties);
        return DeliveryStand.start(folder.resolve("broker"), procedure, sink);
    }

    private static void fetchAndConfirm(OsciHub osci) throws Exception {
        Dialog reader = osci.stand.dialog(OsciStand.READER);
        reader.fetch().orElseThrow().close();
        assertThat(reader.fetch()).isEmpty();
    }

    @Test
    void cardWithTheReceptionIsTheProofAlsoAfterARestart() throws Exception {
        try (OsciHub osci = new OsciHub(folder.resolve("osci"));
                CamelContext camel = Kamelets.context("osci/osci-sink.kamelet.yaml")) {
            camel.addComponent("osci", osci.component(OsciStand.AUTHOR));
            camel.start();
            try (DeliveryStand stand = start(camel, osci)) {
                stand.send(procedure, "nachricht-1");
                await().atMost(PATIENCE).until(() -> stand.broker().waiting(Queues.PROOFS) == 1);
            }
            try (DeliveryStand again = start(camel, osci)) {
                again.broker().assertWaiting(Queues.PROOFS, 1);

                fetchAndConfirm(osci);

                await().atMost(PATIENCE).until(() -> again.broker().journal().size() == 2);
                List<JournalEvent> events = again.broker().journal();
                assertThat(events.get(0).sentence()).doesNotContain("bestätigt");
                assertThat(events.get(1).sentence()).contains("vom Empfänger bestätigt");
                assertThat(events.get(1).payload()).isNotNull();
                again.broker().assertWaiting(Queues.PROOFS, 0);
            }
            assertThat(osci.stand.post.taken()).hasSize(1);
        }
    }
}
