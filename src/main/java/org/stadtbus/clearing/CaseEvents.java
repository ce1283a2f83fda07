package org.stadtbus.clearing;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.CaseNote;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalEvent.PayloadRef;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Step;

/** What the journal says about actions on a case. */
@Component
class CaseEvents {
    private final JournalQueries journal;
    private final CaseQueries cases;
    private final Clock clock;

    CaseEvents(JournalQueries journal, CaseQueries cases, Clock clock) {
        this.journal = journal;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What somebody did.
     *
     * @param state the case's state from then on
     * @param more a further German sentence; may be empty
     */
    record Deed(CaseAction action, Clerk clerk, String reason, CaseState state, String more) {}

    /** The message's envelope with what is known of its journey by now. */
    Envelope joined(ClearingCase c, Envelope onShelf) {
        return journal.message(c.message().messageId()).orElse(onShelf);
    }

    /** An event that moves the case one version on. */
    JournalEvent done(
            ClearingCase c, Envelope envelope, Deed deed, @Nullable PayloadRef payload, @Nullable String replaced) {
        String id = Ids.derived(c.caseId(), deed.action().code(), String.valueOf(c.version()));
        return event(id, c, c.version() + 1, envelope, deed, payload, replaced);
    }

    /** An event that notes a look at the payload; the case stays as it is. */
    JournalEvent viewed(ClearingCase c, Envelope envelope, Clerk clerk) {
        Deed look = new Deed(CaseAction.VIEW, clerk, "", c.state(), "");
        return event(UUID.randomUUID().toString(), c, c.version(), envelope, look, null, null);
    }

    private JournalEvent event(
            String id,
            ClearingCase c,
            long version,
            Envelope envelope,
            Deed deed,
            @Nullable PayloadRef payload,
            @Nullable String replaced) {
        String who = deed.clerk().name();
        String said =
                "»" + who + "«: " + deed.action().sentence() + (deed.more().isEmpty() ? "" : " " + deed.more());
        return new JournalEvent(
                id,
                deed.action().type(),
                Instant.now(clock),
                c.system(),
                said,
                null,
                envelope,
                payload,
                new CaseNote(
                        c.caseId(),
                        version,
                        deed.state().code(),
                        c.unit(),
                        c.queue(),
                        null,
                        new CaseNote.Handling(deed.action().code(), who, deed.reason(), replaced)));
    }

    /** The journey stands again where it stood before the case; empty while another of its cases waits for a person. */
    Optional<JournalEvent> standsAgain(ClearingCase c, Envelope envelope) {
        String journeyId = c.message().journeyId();
        if (cases.unsolved(journeyId).stream().anyMatch(other -> !other.caseId().equals(c.caseId()))) {
            return Optional.empty();
        }
        Optional<Step> before = journal.steps(journeyId).stream()
                .filter(step -> step.state() != null && step.state() != JourneyState.CLEARING)
                .reduce((a, b) -> b);
        return Optional.of(new JournalEvent(
                Ids.derived(c.caseId(), "state", String.valueOf(c.version())),
                EventType.STATE,
                Instant.now(clock),
                Clearing.HUB,
                before.map(Step::sentence).orElse("Nachricht eingegangen."),
                before.map(step -> Objects.requireNonNull(step.state())).orElse(JourneyState.RECEIVED),
                envelope,
                null));
    }
}
