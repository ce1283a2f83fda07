package org.stadtbus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Queues;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.connector.xta.XtaStand;
import org.stadtbus.delivery.Catalogues.Policy;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Kamelets;

/** The transport report of the sandbox's XTA provider, which changes its colour after the delivery. */
class XtaReportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OPEN = 0;
    private static final int GREEN = 1;
    private static final int RED = 3;

    @TempDir
    Path folder;

    private final Procedure procedure = Policy.ordered(1).of(XtaStand.PROCEDURE);
    private XtaStand xta;
    private CamelContext camel;

    @BeforeEach
    void startProvider() throws Exception {
        xta = new XtaStand(folder.resolve("xta"));
        camel = Kamelets.context("xta/xta-sink.kamelet.yaml");
        camel.addComponent("xta", xta.component());
        camel.start();
    }

    @AfterEach
    void stopProvider() throws Exception {
        camel.stop();
        xta.close();
    }

    private DeliveryStand start() throws Exception {
        Map<String, String> properties = xta.sinkProperties();
        properties.put("messageType", "test.0001");
        Sink sink = new Sink(camel.createProducerTemplate(), procedure, "xta", properties);
        return DeliveryStand.start(folder.resolve("broker"), procedure, sink);
    }

    private static void sentences(DeliveryStand stand, String first, String second) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stand.broker().journal())
                .extracting(JournalEvent::sentence)
                .satisfiesExactly(
                        s -> assertThat(s).contains(first), s -> assertThat(s).contains(second)));
    }

    @Test
    void reportThatTurnsGreenIsTheProofAlsoAfterARestartAndWhileTheProviderWasAway() throws Exception {
        xta.office.report(OPEN);
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "nachricht-1");
            await().atMost(PATIENCE).until(() -> stand.broker().waiting(Queues.PROOFS) == 1);
            xta.office.fault(new Fault.Down());
        }
        try (DeliveryStand again = start()) {
            again.broker().assertWaiting(Queues.PROOFS, 1);
            xta.office.report(GREEN);
            xta.office.fault(new Fault.None());

            sentences(again, "Status offen", "Status grün");
            again.broker().assertWaiting(Queues.PROOFS, 0);
        }
        assertThat(xta.office.sent()).hasSize(1);
    }

    @Test
    void reportThatTurnsRedIsACaseForAPerson() throws Exception {
        xta.office.report(OPEN);
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "nachricht-1");
            await().atMost(PATIENCE).until(() -> stand.broker().waiting(Queues.PROOFS) == 1);

            xta.office.report(RED);

            caseWithReport(stand, EventType.DELIVERED, EventType.UNDELIVERABLE, EventType.CLEARING);
        }
        assertThat(xta.office.sent()).hasSize(1);
    }

    @Test
    void reportThatIsRedAtOnceIsKeptWithItsCase() throws Exception {
        xta.office.report(RED);
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "nachricht-1");

            caseWithReport(stand, EventType.UNDELIVERABLE, EventType.CLEARING);
        }
    }

    private static void caseWithReport(DeliveryStand stand, EventType... types) throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stand.broker().journal())
                .extracting(JournalEvent::type)
                .containsExactly(types));
        JournalEvent report = stand.broker().journal().get(types.length - 2);
        assertThat(report.sentence()).contains("Status rot");
        assertThat(report.payload()).satisfies(kept -> {
            assertThat(kept.filename()).isEqualTo("nachricht-1.quittung.xml");
            assertThat(kept.size()).isPositive();
        });
        assertThat(stand.clearingCases()).isEqualTo(1);
    }

    @Test
    void reportThatIsGreenAtOnceIsAskedForOnce() throws Exception {
        try (DeliveryStand stand = start()) {
            stand.send(procedure, "nachricht-1");

            await().atMost(PATIENCE).until(() -> stand.broker().journal().size() == 1);
            stand.broker().assertWaiting(Queues.PROOFS, 0);
        }
    }
}
