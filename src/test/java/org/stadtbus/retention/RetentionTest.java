package org.stadtbus.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.broker.Waiting;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.ChainVerifier;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.Events;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.journal.ReceivedEvent;

/** What {@code retention} in a route means; the service here keeps five years. */
class RetentionTest {
    private static final byte[] FORM = "{\"name\":\"Ä\"}".getBytes(StandardCharsets.UTF_8);
    private static final Duration TOO_EARLY = Duration.ofDays(5 * 365 - 1);
    private static final Duration OVER = Duration.ofDays(5 * 365 + 3);

    private final Set<String> waiting = new HashSet<>();
    private ClearedUp hub;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        hub = new ClearedUp(folder, () -> new Waiting(Set.of(), Set.copyOf(waiting)));
    }

    @Test
    void afterItsRetentionAJourneysPayloadsAreGoneAndTheJournalSaysSo() {
        Attachment plan = file("Lageplan");
        Events journey = Events.journey(ClearedUp.GEWERBE, "ref", Instant.now()).attachments(plan);
        hub.project(journey.event(EventType.RECEIVED, "urn:g", "rest", "Eingegangen.", JourneyState.FORWARDED, FORM));

        assertThat(hub.collectorAfter(TOO_EARLY).run(false)).isEqualTo(new Collector.Result(2, 0, 0));
        assertThat(hub.collectorAfter(OVER).run(true)).isEqualTo(new Collector.Result(2, 0, 1));
        assertThat(hub.collectorAfter(OVER).run(false)).isEqualTo(new Collector.Result(2, 2, 1));

        assertThat(hub.vaultNow().holds(plan.sha256())).isFalse();
        assertThat(hub.vaultNow().holds(Ids.sha256(FORM))).isFalse();
        List<Step> steps = hub.db.queries().steps(journey.journeyId());
        assertThat(steps).extracting(Step::type).containsExactly(EventType.RECEIVED, EventType.DELETED);
        assertThat(steps.get(1).sentence())
                .isEqualTo("Nutzdaten und Anlagen gelöscht nach Aufbewahrungsfrist (5 Jahre).");
        assertThat(hub.db.verifier().verify()).isInstanceOf(ChainVerifier.Verdict.Intact.class);
    }

    @Test
    void aDeletedJourneyIsNotDeletedAgain() {
        Events journey = hub.forwarded(ClearedUp.GEWERBE, FORM);
        hub.collectorAfter(OVER).run(false);

        assertThat(hub.collectorAfter(OVER.plusDays(400)).run(false).forgotten())
                .isZero();
        assertThat(deletions(journey)).isEqualTo(1);
    }

    @Test
    void brokenOffBetweenEventAndDeletionItIsDoneAgainAndJournalledOnce() {
        Events journey = hub.forwarded(ClearedUp.GEWERBE, FORM);
        Collector killed = hub.collector(Instant.now().plus(OVER), (event, payload) -> {
            hub.project(new ReceivedEvent(event, payload));
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> killed.run(false)).hasMessage("killed");
        assertThat(hub.vaultNow().holds(Ids.sha256(FORM))).isTrue();

        hub.collectorAfter(OVER).run(false);

        assertThat(hub.vaultNow().holds(Ids.sha256(FORM))).isFalse();
        assertThat(deletions(journey)).isEqualTo(1);
    }

    @Test
    void whileAMessageOfTheJourneyWaitsNothingOfItIsDeleted() {
        Events journey = hub.forwarded(ClearedUp.GEWERBE, FORM);
        waiting.add(journey.journeyId());

        assertThat(hub.collectorAfter(OVER).run(false).forgotten()).isZero();
        assertThat(hub.vaultNow().holds(Ids.sha256(FORM))).isTrue();
    }

    @Test
    void aJourneyInClearingIsKeptUntilTheCaseIsClosed() {
        Events journey = hub.forwarded(ClearedUp.GEWERBE, FORM);
        hub.project(journey.state(EventType.CLEARING, "urn:g", "gewerberegister", "Klärfall.", JourneyState.CLEARING));
        assertThat(hub.collectorAfter(OVER).run(false).forgotten()).isZero();

        hub.project(journey.state(EventType.STATE, "urn:g", "stadtbus", "Geklärt.", JourneyState.DECIDED));

        assertThat(hub.collectorAfter(OVER).run(false).forgotten()).isEqualTo(1);
    }

    @Test
    void whatAnotherJourneyNeedsStays() {
        hub.forwarded(ClearedUp.GEWERBE, FORM);
        hub.forwarded(ClearedUp.BAU, FORM);

        Collector.Result result = hub.collectorAfter(OVER).run(false);

        assertThat(result).as("one copy in each drawer").isEqualTo(new Collector.Result(2, 1, 1));
        assertThat(hub.vaultNow().holds(Ids.sha256(FORM))).isTrue();
    }

    @Test
    void aLookDoesNotProlongTheRetention() {
        Events journey = hub.forwarded(ClearedUp.GEWERBE, FORM);
        journey.after(Duration.ofDays(1000));
        hub.project(journey.event(EventType.VIEWED, "urn:g", "konsole", "Eingesehen."));

        assertThat(hub.collectorAfter(OVER).run(false).forgotten()).isEqualTo(1);
    }

    @Test
    void anAnswerThatJoinedNoJourneyIsKeptNinetyDays() {
        Events answer = Events.journey("", "datei.xml", Instant.now()).channel("bauantraege");
        hub.project(answer.event(
                EventType.REJECTED,
                "baugenehmigung.bescheid",
                "bauantraege",
                "Passt nicht.",
                JourneyState.REJECTED,
                FORM));

        assertThat(hub.collectorAfter(Duration.ofDays(89)).run(false).removed()).isZero();
        assertThat(hub.collectorAfter(Duration.ofDays(93)).run(false).removed()).isEqualTo(1);
    }

    private long deletions(Events journey) {
        return hub.db.queries().steps(journey.journeyId()).stream()
                .filter(step -> step.type() == EventType.DELETED)
                .count();
    }

    private Attachment file(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hub.vaultNow().store(ClearedUp.GEWERBE, bytes);
        return new Attachment("a1", "plan.pdf", "application/pdf", "lageplan", bytes.length, Ids.sha256(bytes));
    }
}
