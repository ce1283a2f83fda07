package org.stadtbus.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Queues;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/** Many cases at once, on a real broker with a real projection. */
class ReplayRunTest {
    private static final Clerk ANNA = ClearingBench.clerk("anna");
    private static final String REGISTER_QUEUE = Queues.delivery(ClearingBench.REGISTER);

    private ClearingBench bench;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        bench = new ClearingBench(folder);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private static CaseFilter filter(String code) {
        return new CaseFilter(
                Set.of(ClearingBench.TRADE_UNIT), ClearingBench.REGISTER, null, code, null, Set.of(), null, null, null);
    }

    private ClearingCase fails(int number, String code) {
        return bench.failed(
                ClearingBench.REGISTER,
                ClearingBench.form("{\"n\":" + number + "}"),
                1,
                HubException.permanent(code, "Das Ziel hat abgelehnt."));
    }

    private static ReplayRun.Part part(ReplayRun.Result before) {
        return new ReplayRun.Part("Ziel repariert", false, before.startedAt(), before.next(), 3);
    }

    @Test
    void previewCountsAndSamplesWithoutTouchingAnything() {
        for (int i = 0; i < 12; i++) {
            fails(i, "http-422");
        }
        fails(12, "http-403");

        ReplayRun.Preview preview = bench.runs().preview(ANNA, filter("http-422"));

        assertThat(preview.count()).isEqualTo(12);
        assertThat(preview.sample()).hasSize(10);
        assertThat(bench.broker().waiting(REGISTER_QUEUE)).isZero();
    }

    @Test
    void runThatBrokeOffIsTakenUpAndSendsEachMessageOnce() {
        for (int i = 0; i < 8; i++) {
            fails(i, "http-422");
        }
        ClearingCase other = fails(8, "http-403");

        ReplayRun.Result first =
                bench.runs().run(ANNA, filter("http-422"), new ReplayRun.Part("Ziel repariert", false, null, null, 3));
        assertThat(first.replayed()).isEqualTo(3);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> bench.runs().preview(ANNA, filter("http-422")).count() == 5);
        // the caller broke off and knows nothing but that it had begun
        ReplayRun.Result again = bench.runs()
                .run(ANNA, filter("http-422"), new ReplayRun.Part("Ziel repariert", false, first.startedAt(), null, 3));
        ReplayRun.Result last = bench.runs().run(ANNA, filter("http-422"), part(again));

        assertThat(again.replayed() + last.replayed()).isEqualTo(5);
        assertThat(last.next()).isNull();
        assertThat(bench.arrived(REGISTER_QUEUE, 8))
                .extracting(message -> message.envelope().messageId())
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThat(bench.cases().find(other.caseId())).map(ClearingCase::state).contains(CaseState.OPEN);
    }

    @Test
    void whatFailedAgainMeanwhileIsNotSentByTheSameRunAgain() {
        fails(0, "http-422");
        ReplayRun.Result first =
                bench.runs().run(ANNA, filter("http-422"), new ReplayRun.Part("Ziel repariert", false, null, null, 3));
        Message again = bench.arrived(REGISTER_QUEUE, 1).get(0);
        bench.refused(ClearingBench.REGISTER, again);

        ReplayRun.Result second = bench.runs().run(ANNA, filter("http-422"), part(first));

        assertThat(second.replayed()).isZero();
        assertThat(bench.broker().waiting(REGISTER_QUEUE)).isZero();
    }
}
