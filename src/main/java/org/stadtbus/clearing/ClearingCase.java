package org.stadtbus.clearing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtbus.broker.Queues;
import org.stadtbus.broker.Shelf;
import org.stadtbus.journal.CaseNote;
import org.stadtbus.journal.JournalEvent.PayloadRef;

/**
 * A message a person must look at, as the projection knows it.
 *
 * @param caseId id of the case; a message that fails again at the same place after a replay opens the same case again
 * @param version grows with everything that happens to the case; whoever decides names the one he saw
 * @param unit slug of the owner unit's catalogue file
 * @param queue where the message goes in a replay
 * @param system procedure it could not be delivered to, or {@code stadtbus} when a route failed
 * @param failure why it lies here
 * @param payload where the payload lies now
 * @param original digest of the payload as it failed first; absent when nobody replaced it
 * @param editors who replaced the payload
 * @param openedAt when it came here last
 */
public record ClearingCase(
        String caseId,
        long version,
        CaseState state,
        String unit,
        String queue,
        String system,
        MessageKey message,
        CaseNote.Failure failure,
        @Nullable PayloadRef payload,
        @Nullable String original,
        List<String> editors,
        Instant openedAt,
        Instant changedAt) {

    /** The message the case is about. */
    public record MessageKey(String journeyId, String messageId, String messageType, String service) {}

    public ClearingCase {
        editors = List.copyOf(editors);
    }

    /** The procedure where the message failed: its target, or the one whose answer it is; empty for an application's route. */
    public Optional<String> procedure() {
        return target().or(() -> Queues.procedureOfAnswers(queue));
    }

    /** The procedure the message could not be delivered to; empty when a route failed. */
    public Optional<String> target() {
        return Queues.procedureOfDelivery(queue);
    }

    Shelf.Label label() {
        return new Shelf.Label(caseId, version);
    }

    String shelf() {
        return Queues.clearing(unit);
    }
}
