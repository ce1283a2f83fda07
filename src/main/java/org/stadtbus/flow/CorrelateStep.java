package org.stadtbus.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.standards.MessageHeader;
import org.stadtbus.standards.Standards;

/**
 * {@code hub:correlate?schema=<bundle>}: joins an answer to the journey of the message it refers to (Correlation Identifier).
 * With {@code leads=true} the answering procedure leads the case and its file number (Aktenzeichen) becomes the journey's; whoever
 * only takes part has a file number of his own, which is not. With {@code askedBy=<procedure>} the answer refers to the id under
 * which that procedure handed the question in, because the hub passed the question on as it was. With {@code service=<LeiKa key>} it
 * joins a journey of this service or none. A form has no header: {@code field=<JSON Pointer>} says where it names the message it refers to.
 *
 * <p>The projection may lag behind, for hours while the database is away. Its queue is in order: once it knows an event of the
 * answer itself, e.g. that it waits, it knows everything that was sent before the answer came. Until then an unknown reference is
 * tried again; from then on it is unknown for good and a person is asked.
 */
final class CorrelateStep {
    private final Standards standards;
    private final JournalQueries journal;
    private final Terms terms;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * How an answer is joined.
     *
     * @param schema bundle or form the answer is written in
     * @param leads whether the answering procedure leads the case, so that its file number becomes the journey's
     * @param askedBy procedure that handed the question in under the id the answer refers to; empty when the hub made that id
     * @param service LeiKa key of the only service whose journeys count; empty for any
     * @param field where a form names the message it refers to; empty for what has a header
     */
    record Terms(String schema, boolean leads, String askedBy, String service, String field) {
        static Terms of(Parameters parameters) {
            return new Terms(
                    parameters.required("schema"),
                    Boolean.parseBoolean(parameters.take("leads")),
                    parameters.take("askedBy"),
                    parameters.take("service"),
                    parameters.take("field"));
        }
    }

    CorrelateStep(Standards standards, JournalQueries journal, Terms terms) {
        this.standards = standards;
        this.journal = journal;
        this.terms = terms;
    }

    void perform(Hop hop) {
        MessageHeader header = standards.header(terms.schema(), hop.current().payload());
        Envelope asked = question(header, hop);
        Envelope answer = hop.envelope();
        String procedure = answer.channel();
        hop.relabel(answer.joined(asked, terms.leads() ? header.businessKey().orElse(null) : null)
                .typed(header.type().orElse(answer.messageType())));
        hop.journalWithPayload(EventType.ANSWERED, procedure, "Antwort eingegangen.");
    }

    private Envelope question(MessageHeader header, Hop hop) {
        try {
            // asked before the question: what comes in between is not missed
            boolean upToDate = journal.message(hop.envelope().messageId()).isPresent();
            return Stream.concat(
                            references(header, hop).stream().map(this::asked),
                            header.caseIds().stream().map(this::beginning))
                    .flatMap(Optional::stream)
                    .filter(asked ->
                            terms.service().isEmpty() || terms.service().equals(asked.service()))
                    .findFirst()
                    .orElseThrow(() -> unknown(upToDate));
        } catch (DataAccessException e) {
            throw HubException.temporary(
                    "journal-away", "Die Datenbank ist zurzeit nicht erreichbar, die Antwort wartet.", e);
        }
    }

    /** Whoever repeats an id of the hub's in a field may have read it in capitals. */
    private List<String> references(MessageHeader header, Hop hop) {
        if (terms.field().isEmpty()) {
            return header.references();
        }
        try {
            String named =
                    json.readTree(hop.current().payload()).at(terms.field()).asText();
            return List.of(named.toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw HubException.rejected("not-well-formed", "Die Nachricht ist kein lesbares JSON.");
        }
    }

    private Optional<Envelope> asked(String reference) {
        String by = terms.askedBy();
        return journal.message(by.isEmpty() ? reference : AnswerIntake.messageId(by, reference));
    }

    /** The message a journey began with; its id is the case id that both sides repeat. */
    private Optional<Envelope> beginning(String journeyId) {
        return journal.steps(journeyId).stream()
                .findFirst()
                .map(Step::messageId)
                .flatMap(journal::message);
    }

    private static HubException unknown(boolean upToDate) {
        return upToDate
                ? HubException.permanent(
                        "unknown-reference", "Die Antwort bezieht sich auf keine Nachricht, die der Hub kennt.")
                : new HubException(
                        FailureKind.TRANSIENT,
                        "question-not-seen",
                        "Die Nachricht, auf die sich die Antwort bezieht, ist noch nicht im Journal.");
    }
}
