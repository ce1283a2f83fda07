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
        Hop hop = Hops.of("<antwort/>");
        new CorrelateStep(standards, journal, new CorrelateStep.Terms("xbau-2.6", true, "", "", "")).perform(hop);
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
