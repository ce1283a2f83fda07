package org.stadtbus.flow;

import java.util.Optional;
import java.util.stream.Stream;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.standards.MessageHeader;
import org.stadtbus.standards.Standards;

/**
 * {@code hub:correlate?schema=<bundle>}: joins an answer to the journey of the message it refers to (Correlation Identifier).
 *
 * <p>The projection may lag behind the answer, so an unknown reference is tried again before a person is asked.
 */
final class CorrelateStep {
    private static final int ATTEMPTS = 6;

    private final Standards standards;
    private final JournalQueries journal;
    private final String schema;

    CorrelateStep(Standards standards, JournalQueries journal, String schema) {
        this.standards = standards;
        this.journal = journal;
        this.schema = schema;
    }

    void perform(Hop hop) {
        MessageHeader header = standards.header(schema, hop.current().payload());
        Envelope asked = Stream.concat(
                        header.references().stream(), header.caseIds().stream().map(Ids::application))
                .map(journal::message)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> unknown(hop));
        Envelope answer = hop.envelope();
        String procedure = answer.channel();
        hop.relabel(answer.joined(asked, header.businessKey().orElse(null))
                .typed(header.type().orElse(answer.messageType())));
        hop.journalWithPayload(EventType.ANSWERED, procedure, "Antwort eingegangen.");
    }

    private static HubException unknown(Hop hop) {
        boolean last = hop.received().attempt() >= ATTEMPTS;
        return new HubException(
                last ? FailureKind.PERMANENT : FailureKind.TRANSIENT,
                "unknown-reference",
                "Die Antwort bezieht sich auf keine Nachricht, die der Hub kennt.");
    }
}
