package org.stadtbus.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.standards.MessageHeader;
import org.stadtbus.standards.Standards;

/** Which journey an answer joins, and when it is certain that there is none. */
class CorrelationTest {
    private static final String OWN = "handed-in";
    private static final String REFERENCE = "frage";
    private static final String CASE = "fall";

    private final Standards standards = mock(Standards.class);
    private final JournalQueries journal = mock(JournalQueries.class);

    @BeforeEach
    void answerNamesMessageAndCase() {
        when(standards.header(any(), any()))
                .thenReturn(new MessageHeader(
                        Optional.of("0205"),
                        Optional.of("uuid"),
                        List.of(REFERENCE),
                        List.of(CASE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    private String journey() throws Exception {
        return journey("<antwort/>", new CorrelateStep.Terms("xbau-2.6", true, "", "", ""));
    }

    private String journey(String answer, CorrelateStep.Terms terms) throws Exception {
        Hop hop = Hops.of(answer);
        new CorrelateStep(standards, journal, terms).perform(hop);
        return hop.envelope().journeyId();
    }

    private HubException failure() {
        return catchThrowableOfType(HubException.class, this::journey);
    }

    private void known(String message, String journey) {
        when(journal.message(message))
                .thenReturn(Optional.of(
                        Envelope.builder(message, journey, Instant.EPOCH).build()));
    }

    private void begins(String journey, String message) {
        when(journal.steps(journey))
                .thenReturn(List.of(new Step(
                        1, "e", message, "", EventType.RECEIVED, Instant.EPOCH, "rest", "", null, null, List.of())));
        known(message, journey);
    }

    @Test
    void messageThatIsNamedSaysMoreThanTheCase() throws Exception {
        begins(CASE, "anfang");
        known(REFERENCE, "der-richtige");

        assertThat(journey()).isEqualTo("der-richtige");
    }

    @Test
    void answerJoinsNoJourneyOfAnotherServiceThanTheRouteNames() throws Exception {
        Envelope asked = Envelope.builder(REFERENCE, "der-richtige", Instant.EPOCH)
                .service("99900000000501")
                .build();
        when(journal.message(REFERENCE)).thenReturn(Optional.of(asked));
        known(OWN, OWN);

        assertThat(journey("<antwort/>", new CorrelateStep.Terms("x", false, "", "99900000000501", "")))
                .isEqualTo("der-richtige");
        CorrelateStep.Terms others = new CorrelateStep.Terms("x", false, "", "99900000000201", "");
        assertThat(catchThrowableOfType(HubException.class, () -> journey("<antwort/>", others))
                        .problemCode())
                .isEqualTo("unknown-reference");
    }

    @Test
    void formNamesTheMessageItRefersToInAFieldAlsoInCapitals() throws Exception {
        known("2f6f1d34-0000-8000-8000-000000000001", "der-richtige");

        assertThat(journey(
                        "{\"prozess\": \"2F6F1D34-0000-8000-8000-000000000001\"}",
                        new CorrelateStep.Terms("form-x", false, "", "", "/prozess")))
                .isEqualTo("der-richtige");
    }

    @Test
    void formThatNamesNoMessageIsUnknownForGood() {
        known(OWN, OWN);
        CorrelateStep.Terms terms = new CorrelateStep.Terms("form-x", false, "", "", "/prozess");

        assertThat(catchThrowableOfType(HubException.class, () -> journey("{}", terms))
                        .problemCode())
                .isEqualTo("unknown-reference");
    }

    @Test
    void caseAloneIsEnough() throws Exception {
        begins(CASE, "anfang");

        assertThat(journey()).isEqualTo(CASE);
    }

    @Test
    void whatTheJournalDoesNotKnowThoughItKnowsTheAnswerIsUnknownForGood() {
        known(OWN, OWN);

        assertThat(failure().problemCode()).isEqualTo("unknown-reference");
        assertThat(failure().kind()).isEqualTo(FailureKind.PERMANENT);
    }

    @Test
    void projectionThatCatchesUpBetweenTwoLooksMakesNothingUnknown() {
        AtomicBoolean looked = new AtomicBoolean();
        when(journal.message(REFERENCE)).thenAnswer(call -> {
            looked.set(true);
            return Optional.empty();
        });
        when(journal.message(OWN))
                .thenAnswer(call -> looked.get()
                        ? Optional.of(Envelope.builder(OWN, OWN, Instant.EPOCH).build())
                        : Optional.empty());

        assertThat(failure().kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void answerWaitsWhileTheDatabaseIsAway() {
        when(journal.message(any())).thenThrow(new DataAccessResourceFailureException("away"));

        assertThat(failure().problemCode()).isEqualTo("journal-away");
        assertThat(failure().kind()).isEqualTo(FailureKind.TRANSIENT);
    }
}
