package org.stadtbus.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadtbus.broker.Outbox.Announcement;
import org.stadtbus.broker.Received;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.standards.Datatype;
import org.stadtbus.standards.OfficialStandards;
import org.stadtbus.standards.Standards;

class LettersStepTest {
    private final LettersStep step = new LettersStep(
            Standards.load(Path.of("config"), OfficialStandards.require()).letters(), Datatype.C);

    private static Hop hop(String text) {
        Envelope envelope = Envelope.builder("m", "m", Instant.EPOCH)
                .service("1")
                .extension("xml")
                .channel("rest")
                .build();
        Message message = new Message(envelope, text.getBytes(StandardCharsets.UTF_8));
        return new Hop(new Received(message, 1), "in.test", Clock.systemUTC());
    }

    private static List<EventType> events(Hop hop) {
        return hop.outbox().events().stream()
                .map(Announcement::event)
                .map(event -> event.type())
                .toList();
    }

    @Test
    void messageInFormCStaysWhatWasSent() {
        Hop hop = hop("<a>Müller, Đặng</a>");
        Message sent = hop.current();
        step.perform(hop);

        assertThat(hop.current()).isSameAs(sent);
        assertThat(events(hop)).containsExactly(EventType.VALIDATED);
    }

    @Test
    void messageInAnotherFormBecomesANewOneInTheJournal() {
        Hop hop = hop("<a>Mu\u0308ller</a>");
        step.perform(hop);

        assertThat(new String(hop.current().payload(), StandardCharsets.UTF_8)).contains("<a>Müller</a>");
        assertThat(hop.asSent()).isFalse();
        assertThat(events(hop)).containsExactly(EventType.VALIDATED, EventType.MAPPED);
    }

    @Test
    void letterThatIsNotAllowedGoesBackToItsSender() {
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> step.perform(hop("<a><b>漢</b></a>")))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.REJECTED))
                .satisfies(
                        e -> assertThat(e.sentence())
                                .isEqualTo(
                                        "Nicht nach DIN 91379: Das Zeichen U+6F22 ist nach DIN 91379, Datentyp C, nicht erlaubt. [/a/b]"));
    }
}
