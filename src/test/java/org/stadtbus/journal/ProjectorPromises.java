package org.stadtbus.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Filter;
import org.stadtbus.journal.JournalQueries.Journey;

abstract class ProjectorPromises {
    private static final String FORM = "urn:stadtbus:form:bauantrag:1.0";
    private static final String APPLICATION = "baugenehmigung.antrag.0200";
    private static final Instant MORNING = Instant.parse("2026-11-24T07:00:00Z");

    private final JournalDatabase db;
    private final Events events = Events.journey("99012018001000", "A-1", MORNING);

    ProjectorPromises(JournalDatabase db) {
        this.db = db;
    }

    private List<ReceivedEvent> wholeJourney() {
        List<ReceivedEvent> all = new ArrayList<>();
        all.add(events.event(
                EventType.RECEIVED, FORM, "rest", "Eingegangen.", JourneyState.RECEIVED, "{}".getBytes(UTF_8)));
        all.add(events.event(EventType.MAPPED, APPLICATION, "stadtbus", "Abgebildet.", null, "<a/>".getBytes(UTF_8)));
        all.add(events.state(EventType.STATE, APPLICATION, "stadtbus", "Unterwegs.", JourneyState.FORWARDED));
        events.businessKey("63-2026-00012");
        all.add(events.state(EventType.STATE, "0205", "bauantraege", "Entschieden.", JourneyState.DECIDED));
        return all;
    }

    private Journey journey() {
        return db.queries().journey(events.journeyId()).orElseThrow();
    }

    @Test
    void aJourneyStandsWhereItsNewestEventPutIt() {
        db.projector().project(wholeJourney());

        Journey journey = journey();
        assertThat(journey.state()).isEqualTo(JourneyState.DECIDED);
        assertThat(journey.stateSentence()).isEqualTo("Entschieden.");
        assertThat(journey.businessKey()).isEqualTo("63-2026-00012");
        assertThat(journey.receivedAt()).isEqualTo(MORNING.plusSeconds(1));
        assertThat(journey.changedAt()).isEqualTo(MORNING.plusSeconds(4));
        assertThat(db.queries().steps(events.journeyId()))
                .extracting(JournalQueries.Step::sentence)
                .containsExactly("Eingegangen.", "Abgebildet.", "Unterwegs.", "Entschieden.");
    }

    @Test
    void eventsOutOfOrderAndOneByOneEndInTheSameJourney() {
        List<ReceivedEvent> all = wholeJourney();
        db.projector().project(all);
        Journey inOrder = journey();

        for (int seed = 0; seed < 10; seed++) {
            for (String table : List.of("journey", "message", "journal_event")) {
                db.jdbc().sql("delete from " + table).update();
            }
            Collections.shuffle(all, new Random(seed));
            all.forEach(event -> db.projector().project(List.of(event)));
            assertThat(journey()).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void aDecisionStandsWhenAnEarlierAnswerIsHandledAfterIt() {
        List<ReceivedEvent> all = wholeJourney();
        all.add(events.state(EventType.STATE, "0201", "stadtbus", "In Prüfung.", JourneyState.IN_REVIEW));
        for (int seed = 0; seed < 5; seed++) {
            db.jdbc().sql("delete from journey").update();
            db.jdbc().sql("delete from message").update();
            db.jdbc().sql("delete from journal_event").update();
            Collections.shuffle(all, new Random(seed));
            all.forEach(event -> db.projector().project(List.of(event)));
            assertThat(journey().state()).as("seed %d", seed).isEqualTo(JourneyState.DECIDED);
        }
    }

    @Test
    void aRedeliveredBatchChangesNothing() {
        List<ReceivedEvent> all = wholeJourney();
        db.projector().project(all);
        Journey before = journey();
        List<ReceivedEvent> again = new ArrayList<>(all);
        again.addAll(all);

        db.projector().project(again);

        assertThat(journey()).isEqualTo(before);
        assertThat(db.queries().steps(events.journeyId())).hasSize(4);
        assertThat(db.verifier().verify())
                .isInstanceOfSatisfying(ChainVerifier.Verdict.Intact.class, v -> assertThat(v.events())
                        .isEqualTo(4));
    }

    @Test
    void inlinePayloadsLieInTheVaultUnderTheirAddress() throws IOException {
        db.projector().project(wholeJourney());

        JournalEvent.PayloadRef form = Objects.requireNonNull(
                db.queries().steps(events.journeyId()).get(0).payload());
        try (InputStream in = db.vault().open(form.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo("{}".getBytes(UTF_8));
        }
    }

    @Test
    void aBatchTheDatabaseRefusesIsNotProjectedInPart() {
        List<ReceivedEvent> all = wholeJourney();
        db.jdbc().sql("alter table message rename to away").update();

        assertThatThrownBy(() -> db.projector().project(all)).isInstanceOf(DataAccessException.class);
        assertThat(db.queries().journeys(Filter.all(), 10)).isEmpty();
        db.jdbc().sql("alter table away rename to message").update();
        db.projector().project(all);
        assertThat(journey().state()).isEqualTo(JourneyState.DECIDED);
    }

    @Test
    void theNewestEnvelopeOfAMessageIsFoundByItsId() {
        db.projector().project(wholeJourney());

        assertThat(db.queries().message(events.messageId(APPLICATION)))
                .hasValueSatisfying(e -> assertThat(e.journeyId()).isEqualTo(events.journeyId()));
        assertThat(db.queries().message("nobody")).isEmpty();
    }

    @Test
    void somethingWithoutAStateIsNoJourneyYet() {
        db.projector().project(List.of(events.event(EventType.DELAYED, FORM, "stadtbus", "Wartet.")));

        assertThat(db.queries().journey(events.journeyId())).isEmpty();
        assertThat(db.queries().journeys(Filter.all(), 10)).isEmpty();
    }

    @Test
    void lookingAtAPayloadDoesNotCountAsAChange() {
        db.projector().project(wholeJourney());
        Instant changed = journey().changedAt();

        db.projector().project(List.of(events.event(EventType.VIEWED, FORM, "konsole", "Eingesehen.")));

        assertThat(journey().changedAt()).isEqualTo(changed);
    }

    @Test
    void anEventKeepsItsTextThroughTheCodec() {
        JournalCodec codec = new JournalCodec();
        for (ReceivedEvent received : wholeJourney()) {
            String text = codec.write(received.event());
            assertThat(codec.read(text)).isEqualTo(received.event());
            assertThat(codec.write(codec.read(text))).isEqualTo(text);
        }
    }
}
