package org.stadtbus.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Queues;
import org.stadtbus.catalogue.CatalogueLoader;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Step;

/** Who is told when a person refuses a message that lies in clearing. */
class ClearingRejectionTest {
    private static final String ZUSTELLPUNKT = "fit-connect-zustellpunkt";

    private final HubException why = HubException.rejected("rejected-by-clerk", "Bitte mit Lageplan.");
    private static final Message MESSAGE = new Message(
            Envelope.builder("m", "j", Instant.EPOCH)
                    .service("99012018001000")
                    .extension("json")
                    .channel("fit-connect")
                    .replyTo("fall-1")
                    .build(),
            new byte[] {1});

    private final JournalQueries journal = mock(JournalQueries.class);
    private final AnswerRejections answers = new AnswerRejections();
    private final Outbox outbox = new Outbox();

    private void reject(String queue) {
        reject(MESSAGE, MESSAGE.envelope(), queue);
    }

    private void reject(Message message, Envelope joined, String queue) {
        new ClearingRejection(
                        answers,
                        new CatalogueLoader().load(Path.of("")),
                        new Replies.Channels(Map.of("fit-connect", ZUSTELLPUNKT)),
                        journal,
                        Clock.systemUTC())
                .reject(message, joined, queue, why, outbox);
    }

    private void nobodyCanBeTold(ThrowingCallable rejection) {
        assertThatThrownBy(rejection).isInstanceOfSatisfying(HubException.class, e -> assertThat(e.problemCode())
                .isEqualTo("cannot-reject"));
        assertThat(outbox.messages()).isEmpty();
        assertThat(outbox.events()).isEmpty();
    }

    private void journalled(EventType... types) {
        when(journal.steps("j"))
                .thenReturn(Stream.of(types)
                        .map(type -> new Step(
                                1, type.name(), "m", "", type, Instant.EPOCH, "stadtbus", "", null, null, List.of()))
                        .toList());
    }

    private void applicantIsTold() {
        assertThat(outbox.events()).singleElement().satisfies(told -> {
            assertThat(told.event().state()).isEqualTo(JourneyState.REJECTED);
            assertThat(told.event().sentence()).isEqualTo(why.sentence());
        });
        assertThat(outbox.messages()).singleElement().satisfies(reply -> assertThat(reply.queue())
                .isEqualTo(Queues.delivery(ZUSTELLPUNKT)));
    }

    @Test
    void applicantReadsOnHisChannelWhyHisApplicationWasRefused() {
        reject(Queues.intake("99012018001000"));

        applicantIsTold();
    }

    @Test
    void applicantIsToldOfAMessageMadeOfHisApplicationAlone() {
        journalled(EventType.RECEIVED, EventType.MAPPED);
        reject(Queues.delivery("bauantraege"));

        applicantIsTold();
    }

    @Test
    void applicantIsNotToldOfAMessageThatMayHoldAProceduresAnswer() {
        journalled(EventType.RECEIVED, EventType.MAPPED, EventType.ANSWERED);

        nobodyCanBeTold(() -> reject(Queues.delivery("eakte-enaio")));
    }

    @Test
    void applicantIsNotToldOfAMessageTheJournalDoesNotKnowAsHis() {
        journalled();
        nobodyCanBeTold(() -> reject(Queues.delivery("bauantraege")));

        journalled(EventType.HANDED_OVER);
        nobodyCanBeTold(() -> reject(Queues.delivery("bauantraege")));
    }

    /** It knows what it sent, not what the hub made of it, and reads no states. */
    @Test
    void procedureThatHandedAnApplicationInIsNotToldAsAnApplicantIs() {
        Envelope fromAProcedure = Envelope.builder("m", "j", Instant.EPOCH)
                .service("99012018001000")
                .channel("bauportal-vba")
                .replyTo("fall-1")
                .build();
        journalled(EventType.RECEIVED, EventType.MAPPED);
        Message message = new Message(fromAProcedure, new byte[] {1});

        nobodyCanBeTold(() -> reject(message, fromAProcedure, Queues.delivery("bauantraege")));
        nobodyCanBeTold(() -> reject(message, fromAProcedure, Queues.intake("99012018001000")));
    }

    @Test
    void answerOfAProcedureWithoutARejectionIsSentToNobody() {
        nobodyCanBeTold(() -> reject(Queues.answers("bauantraege")));
    }

    /** The journey is its own, and ends with the refusal; that of an answer goes on. */
    @Test
    void journeyEndsOnlyWhenItBeganWithTheRefusedMessage() {
        AnswerRejection rejection = mock(AnswerRejection.class);
        answers.put("bauantraege", rejection);
        journalled(EventType.RECEIVED);
        reject(Queues.answers("bauantraege"));
        journalled(EventType.ANSWERED);
        reject(Queues.answers("bauantraege"));

        ArgumentCaptor<Hop> hops = ArgumentCaptor.forClass(Hop.class);
        verify(rejection, times(2)).answer(hops.capture(), any(), any());
        assertThat(hops.getAllValues()).extracting(Hop::begins).containsExactly(true, false);
    }

    @Test
    void procedureIsToldOfItsAnswer() {
        AnswerRejection rejection = mock(AnswerRejection.class);
        answers.put("bauantraege", rejection);

        reject(Queues.answers("bauantraege"));

        verify(rejection).answer(any(), eq(why), eq(outbox));
    }
}
