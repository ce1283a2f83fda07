package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Filter;
import org.stadtbus.journal.JournalQueries.Journey;

abstract class JdbcJournalPromises {
    private static final String FORM = "urn:stadtbus:form:bauantrag:1.0";
    private static final Instant MORNING = Instant.parse("2026-11-24T07:00:00Z");
    private static final int JOURNEYS = 25;

    private final JournalDatabase db;
    private final List<Events> seeded = new ArrayList<>();

    JdbcJournalPromises(JournalDatabase db) {
        this.db = db;
        for (int i = 0; i < JOURNEYS; i++) {
            // three of each moment, so that paging has to look at more than the time
            Events events = Events.journey(
                            i % 2 == 0 ? "99012018001000" : "99050012104000",
                            "Antrag_" + i,
                            MORNING.plusSeconds(i / 3 * 60L))
                    .businessKey("63-2026-" + (1000 + i));
            seeded.add(events);
            db.projector()
                    .project(List.of(events.state(
                            EventType.RECEIVED,
                            FORM,
                            "rest",
                            "Eingegangen.",
                            i == 7 ? JourneyState.CLEARING : JourneyState.RECEIVED)));
        }
    }

    private List<String> found(@Nullable String text) {
        return db.queries().journeys(new Filter(text, null, null, null), 100).stream()
                .map(Journey::journeyId)
                .toList();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> paged = new ArrayList<>();
        String before = null;
        for (List<Journey> page = page(before); !page.isEmpty(); page = page(before)) {
            page.forEach(j -> paged.add(j.journeyId()));
            before = paged.get(paged.size() - 1);
        }

        assertThat(paged).hasSize(JOURNEYS).isEqualTo(found(null));
        assertThat(db.queries().journeys(Filter.all(), 100))
                .isSortedAccordingTo((a, b) -> b.receivedAt().compareTo(a.receivedAt()));
    }

    private List<Journey> page(@Nullable String before) {
        return db.queries().journeys(new Filter(null, null, null, before), 4);
    }

    @Test
    void aJourneyIsFoundByEachOfItsIdsAndByTheStartOfTheirWords() {
        Events wanted = seeded.get(12);
        String messageId = wanted.messageId(FORM);

        for (String text : List.of(
                wanted.journeyId(),
                wanted.journeyId().substring(0, 12),
                messageId,
                messageId.substring(0, 13),
                "Antrag_12",
                "aNTRAG_12",
                " 63-2026-1012 ",
                "2026-1012",
                "1012")) {
            assertThat(found(text)).as(text).containsExactly(wanted.journeyId());
        }
    }

    @Test
    void signsThatMeanSomethingToTheDatabaseMeanThemselves() {
        assertThat(found("%")).isEmpty();
        assertThat(found("Antrag!")).isEmpty();
        assertThat(found("Antra__")).isEmpty();
        assertThat(found("' or '1'='1")).isEmpty();
        assertThat(found("Antrag_")).hasSize(JOURNEYS);
    }

    @Test
    void stateAndServiceNarrowTheList() {
        assertThat(db.queries().journeys(new Filter(null, JourneyState.CLEARING, null, null), 100))
                .extracting(Journey::journeyId)
                .containsExactly(seeded.get(7).journeyId());
        assertThat(db.queries().journeys(new Filter("Antrag", null, "99050012104000", null), 100))
                .hasSize(12);
    }

    @Test
    void eachCriterionOfTheApiNarrowsTheList() {
        Events wanted = seeded.get(12);
        db.projector().project(List.of(wanted.event(EventType.DELIVERED, "0200", "bauantraege", "Zugestellt.")));
        Instant received = MORNING.plusSeconds(4 * 60 + 1);

        for (Filter filter : List.of(
                new Filter(null, null, null, "bauantraege", null, null, null, null, null),
                new Filter(null, null, null, null, wanted.messageId("0200"), null, null, null, null),
                new Filter(null, null, null, null, null, "63-2026-1012", null, null, null),
                new Filter(null, null, null, null, null, "ANTRAG_12", null, null, null))) {
            assertThat(db.queries().journeys(filter, 100))
                    .as(filter.toString())
                    .extracting(Journey::journeyId)
                    .containsExactly(wanted.journeyId());
        }
        assertThat(db.queries()
                        .journeys(
                                new Filter(
                                        null, null, null, null, null, null, received, received.plusSeconds(60), null),
                                100))
                .extracting(Journey::externalReference)
                .containsExactlyInAnyOrder("Antrag_12", "Antrag_13", "Antrag_14");
        assertThat(db.queries().journeys(new Filter(null, null, null, null, null, "1012", null, null, null), 100))
                .as("not the whole key")
                .isEmpty();
    }

    @Test
    void anOlderKeyStillFindsAJourneyThatGotANewOne() {
        Events wanted = seeded.get(12);
        wanted.businessKey("BA/2027/7");
        db.projector().project(List.of(wanted.event(EventType.ANSWERED, "0201", "bauantraege", "Antwort.")));

        assertThat(found("BA/2027")).isEqualTo(found("63-2026-1012")).containsExactly(wanted.journeyId());
    }

    @Test
    void anUnknownJourneyHasNoSteps() {
        assertThat(db.queries().journey("unknown")).isEmpty();
        assertThat(db.queries().steps("unknown")).isEmpty();
    }
}
