package org.stadtbus.clearing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Queues;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.JournalQueries.Journey;

/** What people decide about clearing cases, on a real broker with a real projection. */
@TestInstance(Lifecycle.PER_CLASS)
class DeskTest {
    private static final Clerk ANNA = ClearingBench.clerk("anna");
    private static final Clerk BERT = ClearingBench.clerk("bert");
    private static final Path FORM = Path.of("mappings/gewerbeanmeldung-to-csv/samples/euro-und-hatschek.in.json");
    private static final String REGISTER_QUEUE = Queues.delivery(ClearingBench.REGISTER);

    private ClearingBench bench;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        bench = new ClearingBench(folder);
    }

    @AfterAll
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void failedDeliveryIsACaseOfTheOwnersUnitWithReasonAndStep() {
        Message message = ClearingBench.form("{}");
        ClearingCase c = bench.refused(ClearingBench.REGISTER, message);

        assertThat(c.unit()).isEqualTo(ClearingBench.TRADE_UNIT);
        assertThat(c.state()).isEqualTo(CaseState.OPEN);
        assertThat(c.procedure()).contains(ClearingBench.REGISTER);
        assertThat(c.failure().kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(c.failure().problemCode()).isEqualTo("http-422");
        assertThat(c.failure().sentence()).contains("422");
        assertThat(c.failure().step()).isEqualTo("Zustellung");
        assertThat(c.message().messageId()).isEqualTo(message.envelope().messageId());
        assertThat(state(message)).isEqualTo(JourneyState.CLEARING);
    }

    @Test
    void replayedMessageIsDeliveredAgainUnderItsIdAndTheJourneyStandsAsBefore() {
        Message message = ClearingBench.form("{\"a\":1}");
        ClearingCase c = bench.refused(ClearingBench.REGISTER, message);

        Desk.Done done = bench.desk().replay(ANNA, c.caseId(), ClearingBench.wish(c));

        assertThat(bench.arrived(REGISTER_QUEUE, 1)).singleElement().satisfies(again -> {
            assertThat(again.envelope().messageId())
                    .isEqualTo(message.envelope().messageId());
            assertThat(again.envelope().replay()).isEqualTo(1);
            assertThat(again.payload()).isEqualTo(message.payload());
        });
        assertThat(bench.shown(done).state()).isEqualTo(CaseState.REPLAYED);
        Journey journey =
                bench.journal().journey(message.envelope().journeyId()).orElseThrow();
        assertThat(journey.state()).isEqualTo(JourneyState.FORWARDED);
        assertThat(journey.stateSentence()).isEqualTo("Ihre Anmeldung liegt dem Amt vor.");
    }

    @Test
    void messageThatFailsAgainOpensTheSameCaseAgainAndCanBeReplayedAgain() {
        Message message = ClearingBench.form("{\"a\":2}");
        ClearingCase first = bench.refused(ClearingBench.REGISTER, message);
        bench.shown(bench.desk().replay(ANNA, first.caseId(), ClearingBench.wish(first)));
        Message again = bench.arrived(REGISTER_QUEUE, 1).get(0);

        ClearingCase second = bench.refused(ClearingBench.REGISTER, again);
        Desk.Done done = bench.desk().replay(BERT, second.caseId(), ClearingBench.wish(second));

        assertThat(second.caseId()).isEqualTo(first.caseId());
        assertThat(bench.arrived(REGISTER_QUEUE, 1).get(0).envelope().replay()).isEqualTo(2);
        bench.shown(done);
        assertThat(bench.cases().history(first.caseId()))
                .extracting(CaseEntry::action, CaseEntry::actor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("geoeffnet", "stadtbus"),
                        org.assertj.core.groups.Tuple.tuple("wiederholt", "anna"),
                        org.assertj.core.groups.Tuple.tuple("geoeffnet", "stadtbus"),
                        org.assertj.core.groups.Tuple.tuple("wiederholt", "bert"));
    }

    @Test
    void messageWhoseRouteFailedStartsAgainAtTheRoutesBeginning() {
        Message message = ClearingBench.form("{\"a\":3}");
        ClearingCase c = bench.routeFailed(message);
        assertThat(c.failure().step()).isEqualTo("hub:map?mapping=gewerbeanmeldung-to-csv");

        Desk.Done done = bench.desk().replay(ANNA, c.caseId(), ClearingBench.wish(c));

        assertThat(bench.arrived(Queues.intake(ClearingBench.TRADE), 1))
                .singleElement()
                .satisfies(again -> {
                    assertThat(again.envelope().messageId())
                            .isEqualTo(message.envelope().messageId());
                    assertThat(again.payload()).isEqualTo(message.payload());
                });
        bench.shown(done);
        assertThat(state(message)).isEqualTo(JourneyState.RECEIVED);
    }

    @Test
    void ofTwoClerksWithTheSameCaseTheSecondChangesNothing() throws Exception {
        ClearingCase c = bench.routeFailed(ClearingBench.form("{}"));
        Desk.Done first = bench.desk().repair(ANNA, c.caseId(), Files.readAllBytes(FORM), ClearingBench.wish(c));

        refused("case-changed", () -> bench.desk().repair(BERT, c.caseId(), other(), ClearingBench.wish(c)));
        refused("case-changed", () -> bench.desk().close(BERT, c.caseId(), ClearingBench.wish(c)));

        ClearingCase now = bench.shown(first);
        assertThat(now.editors()).containsExactly("anna");
        bench.desk().replay(BERT, c.caseId(), ClearingBench.wish(now));
        assertThat(bench.arrived(Queues.intake(ClearingBench.TRADE), 1).get(0).payload())
                .isEqualTo(Files.readAllBytes(FORM));
    }

    private static byte[] other() throws java.io.IOException {
        return Files.readString(FORM).replace("\"88\"", "\"89\"").getBytes(UTF_8);
    }

    @Test
    void replacedPayloadIsCheckedAndBothAreKept() throws Exception {
        Message message = ClearingBench.form("{\"alt\":true}");
        ClearingCase c = bench.routeFailed(message);

        refused("schema-violation", () -> bench.desk()
                .repair(ANNA, c.caseId(), "{\"neu\":1}".getBytes(UTF_8), ClearingBench.wish(c)));
        byte[] better = Files.readAllBytes(FORM);
        ClearingCase now = bench.shown(bench.desk().repair(ANNA, c.caseId(), better, ClearingBench.wish(c)));

        assertThat(now.state()).isEqualTo(CaseState.IN_WORK);
        assertThat(now.original()).isEqualTo(Ids.sha256(message.payload()));
        assertThat(bench.vault().open(Objects.requireNonNull(now.original()))).hasBinaryContent(message.payload());
        assertThat(bench.vault().open(Ids.sha256(better))).hasBinaryContent(better);
        assertThat(bench.cases().history(c.caseId())).last().satisfies(entry -> {
            assertThat(entry.sha256()).isEqualTo(Ids.sha256(better));
            assertThat(entry.replaced()).isEqualTo(Ids.sha256(message.payload()));
            assertThat(entry.reason()).isEqualTo("geprüft");
        });
    }

    @Test
    void whoReplacedThePayloadOfAStrictlyProtectedMessageCannotSendItOnAlone() throws Exception {
        ClearingCase c = bench.refused(ClearingBench.FILES, ClearingBench.form("{\"a\":4}"));
        byte[] better = Files.readAllBytes(FORM);
        ClearingCase edited = bench.shown(bench.desk().repair(ANNA, c.caseId(), better, ClearingBench.wish(c)));

        assertThat(edited.state()).isEqualTo(CaseState.AWAITING_RELEASE);
        refused("needs-release", () -> bench.desk().replay(ANNA, c.caseId(), ClearingBench.wish(edited)));
        refused("needs-release", () -> bench.desk()
                .redirect(ANNA, c.caseId(), ClearingBench.REGISTER, ClearingBench.wish(edited)));
        refused("second-person-required", () -> bench.desk().release(ANNA, c.caseId(), ClearingBench.wish(edited)));
        assertThat(bench.broker().waiting(Queues.delivery(ClearingBench.FILES))).isZero();

        bench.desk().release(BERT, c.caseId(), ClearingBench.wish(edited));
        assertThat(bench.arrived(Queues.delivery(ClearingBench.FILES), 1).get(0).payload())
                .isEqualTo(better);
    }

    @Test
    void messageThatMayHaveArrivedWhereNobodyRecognisesItGoesOnlyWithAConfirmation() {
        ClearingCase unclear = bench.failed(
                ClearingBench.FILES,
                ClearingBench.form("{\"a\":5}"),
                3,
                HubException.permanent("http-422", "Das Ziel hat mit HTTP 422 geantwortet."));

        refused("duplicate-risk", () -> bench.desk().replay(ANNA, unclear.caseId(), ClearingBench.wish(unclear)));

        bench.desk().replay(ANNA, unclear.caseId(), new Wish(unclear.version(), "angerufen", true, false));
        assertThat(bench.arrived(Queues.delivery(ClearingBench.FILES), 1)).hasSize(1);
    }

    @Test
    void messageWhoseTargetRecognisesItOrRefusedItAtOnceGoesWithoutAConfirmation() {
        ClearingCase recognised = bench.failed(
                ClearingBench.REGISTER,
                ClearingBench.form("{\"a\":6}"),
                3,
                HubException.permanent("http-422", "Das Ziel hat mit HTTP 422 geantwortet."));
        ClearingCase refusedAtOnce = bench.refused(ClearingBench.FILES, ClearingBench.form("{\"a\":7}"));

        bench.desk().replay(ANNA, recognised.caseId(), ClearingBench.wish(recognised));
        bench.desk().replay(ANNA, refusedAtOnce.caseId(), ClearingBench.wish(refusedAtOnce));

        assertThat(bench.arrived(REGISTER_QUEUE, 1)).hasSize(1);
        assertThat(bench.arrived(Queues.delivery(ClearingBench.FILES), 1)).hasSize(1);
    }

    @Test
    void messageWhosePayloadIsGoneCanOnlyBeClosed() {
        Message message = ClearingBench.form("{\"a\":8}");
        ClearingCase c = bench.refused(ClearingBench.REGISTER, message);
        bench.vault().forget(Ids.sha256(message.payload()));

        refused("payload-gone", () -> bench.desk().replay(ANNA, c.caseId(), ClearingBench.wish(c)));

        Desk.Done closed = bench.desk().close(ANNA, c.caseId(), ClearingBench.wish(c));
        assertThat(bench.shown(closed).state()).isEqualTo(CaseState.CLOSED);
        assertThat(bench.broker().waiting(REGISTER_QUEUE)).isZero();
    }

    @Test
    void messageGoesElsewhereOnlyWhereTheRouteDeclaresItOrSomebodyAnswersForIt() {
        Message message = ClearingBench.form("{\"a\":9}");
        ClearingCase c = bench.refused(ClearingBench.REGISTER, message);

        refused("same-target", () -> bench.desk()
                .redirect(ANNA, c.caseId(), ClearingBench.REGISTER, ClearingBench.wish(c)));
        refused("not-connected", () -> bench.desk().redirect(ANNA, c.caseId(), "wahlen", ClearingBench.wish(c)));
        refused("undeclared-recipient", () -> bench.desk()
                .redirect(ANNA, c.caseId(), ClearingBench.FILES, ClearingBench.wish(c)));

        bench.desk().redirect(ANNA, c.caseId(), ClearingBench.FILES, new Wish(c.version(), "Amtshilfe", false, true));
        assertThat(bench.arrived(Queues.delivery(ClearingBench.FILES), 1))
                .singleElement()
                .satisfies(m -> assertThat(m.envelope().messageId())
                        .isEqualTo(message.envelope().messageId()));
        assertThat(bench.broker().waiting(REGISTER_QUEUE)).isZero();
    }

    @Test
    void rejectedMessageGoesBackToItsSenderWithTheReason() {
        Message message = ClearingBench.form("{\"a\":10}");
        ClearingCase c = bench.refused(ClearingBench.REGISTER, message);

        Desk.Done done =
                bench.desk().reject(ANNA, c.caseId(), new Wish(c.version(), "Bitte ohne Anlage.", false, false));

        assertThat(bench.arrived("told", 1)).singleElement().satisfies(told -> assertThat(told.payload())
                .isEqualTo("Bitte ohne Anlage.".getBytes(UTF_8)));
        assertThat(bench.shown(done).state()).isEqualTo(CaseState.REJECTED);
        assertThat(state(message)).isEqualTo(JourneyState.REJECTED);
        assertThat(bench.broker().waiting(REGISTER_QUEUE)).isZero();
    }

    @Test
    void clerkOfAnotherUnitLearnsNothingOfTheCase() {
        ClearingCase c = bench.refused(ClearingBench.REGISTER, ClearingBench.form("{\"a\":11}"));
        Clerk stranger = ClearingBench.clerk("carl", "22-rechtsamt");

        refused("unknown-case", () -> bench.desk().close(stranger, c.caseId(), ClearingBench.wish(c)));
        assertThat(bench.runs().preview(stranger, all()).count()).isZero();
        assertThat(bench.cases().find(c.caseId())).map(ClearingCase::state).contains(CaseState.OPEN);
    }

    @Test
    void solvedCaseCannotBeDecidedAgain() {
        ClearingCase c = bench.refused(ClearingBench.REGISTER, ClearingBench.form("{\"a\":12}"));
        bench.shown(bench.desk().close(ANNA, c.caseId(), ClearingBench.wish(c)));

        refused("case-solved", () -> bench.desk().replay(BERT, c.caseId(), ClearingBench.wish(c)));
        assertThat(bench.broker().waiting(REGISTER_QUEUE)).isZero();
    }

    private static CaseFilter all() {
        return new CaseFilter(java.util.Set.of(), null, null, null, null, java.util.Set.of(), null, null, null);
    }

    private JourneyState state(Message message) {
        Envelope e = message.envelope();
        return bench.journal().journey(e.journeyId()).orElseThrow().state();
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish).isInstanceOfSatisfying(HubException.class, e -> assertThat(e.problemCode())
                .as(e.sentence())
                .isEqualTo(code));
    }
}
