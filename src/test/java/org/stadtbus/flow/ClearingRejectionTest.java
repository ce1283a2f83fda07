package org.stadtbus.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
        new ClearingRejection(
                        answers,
                        new CatalogueLoader().load(Path.of("")),
                        new Replies.Channels(Map.of("fit-connect", ZUSTELLPUNKT)),
                        journal,
                        Clock.systemUTC())
                .reject(MESSAGE, MESSAGE.envelope(), queue, why, outbox);
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

        assertThatThrownBy(() -> reject(Queues.delivery("eakte-enaio")))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.problemCode()).isEqualTo("cannot-reject"));
    }

    @Test
    void procedureIsToldOfItsAnswer() {
        AnswerRejection rejection = mock(AnswerRejection.class);
        answers.put("bauantraege", rejection);

        reject(Queues.answers("bauantraege"));

        verify(rejection).answer(any(), eq(why), eq(outbox));
    }
}
