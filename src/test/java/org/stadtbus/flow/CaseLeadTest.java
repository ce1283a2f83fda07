package org.stadtbus.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stadtbus.broker.Received;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.standards.Standards;

/** Whose file number a journey has. */
class CaseLeadTest {
    private static final Path ANSWER = Path.of("mappings/xbau-to-status/samples/genehmigt.in.xml");

    private final Standards standards = Standards.load(Path.of("config"), Path.of("standards"));
    private final JournalQueries journal = mock(JournalQueries.class);

    private Envelope joined(boolean leads) throws Exception {
        Envelope asked = envelope("question", "rest");
        when(journal.message(any())).thenReturn(Optional.of(asked));
        Message answer = new Message(envelope("answer", "feuerwehr"), Files.readAllBytes(ANSWER));
        Hop hop = new Hop(new Received(answer, 1), "answers.feuerwehr", Clock.systemUTC());
        new CorrelateStep(standards, journal, new CorrelateStep.Terms("xbau-2.6", leads, "", "", "")).perform(hop);
        return hop.envelope();
    }

    private static Envelope envelope(String id, String channel) {
        return Envelope.builder(id, id, Instant.EPOCH)
                .service("1")
                .extension("xml")
                .channel(channel)
                .build();
    }

    @Test
    void fileNumberOfTheProcedureThatLeadsTheCaseIsTheJourneys() throws Exception {
        assertThat(joined(true).knownBusinessKey())
                .isEqualTo(
                        standards.header("xbau-2.6", Files.readAllBytes(ANSWER)).businessKey())
                .isPresent();
    }

    @Test
    void fileNumberOfWhoOnlyTakesPartIsNot() throws Exception {
        assertThat(joined(false).knownBusinessKey()).isEmpty();
    }
}
