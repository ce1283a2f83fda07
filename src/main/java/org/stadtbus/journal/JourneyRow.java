package org.stadtbus.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.JourneyState;

/**
 * What the projection knows of one journey. Events may come in any order: the newest one that names a state decides it, by its
 * time and, at the same time, by its number.
 */
record JourneyRow(
        String journeyId,
        String service,
        String channel,
        String externalReference,
        @Nullable String businessKey,
        State state,
        boolean unchecked,
        boolean test,
        Instant receivedAt,
        Instant changedAt) {
    private static final int REFERENCE_LENGTH = 500;
    private static final int NAME_LENGTH = 100;

    /** The state and the event that named it; all absent until one did. */
    record State(@Nullable JourneyState value, String sentence, @Nullable Instant at, long number) {
        static final State NONE = new State(null, "", null, 0);

        private State after(JournalEvent event, long eventNumber) {
            return event.state() != null && replacedBy(event.state(), Times.stored(event.at()), eventNumber)
                    ? new State(event.state(), event.sentence(), Times.stored(event.at()), eventNumber)
                    : this;
        }

        /** A decision stands whatever earlier stage is told late, because answers may overtake each other; else the newer wins. */
        private boolean replacedBy(JourneyState next, Instant time, long eventNumber) {
            if (value == null || at == null) {
                return true;
            }
            if (value.beforeDecision() && next == JourneyState.DECIDED) {
                return true;
            }
            if (value == JourneyState.DECIDED && next.beforeDecision()) {
                return false;
            }
            return time.isAfter(at) || (time.equals(at) && eventNumber > number);
        }
    }

    /** The journey as its first known event shows it. */
    static JourneyRow first(JournalEvent event, long number) {
        Instant at = Times.stored(event.at());
        return new JourneyRow(event.envelope().journeyId(), "", "", "", null, State.NONE, false, false, at, at)
                .with(event, number);
    }

    /** The journey with one more event known. */
    JourneyRow with(JournalEvent event, long number) {
        Envelope e = event.envelope();
        Instant at = Times.stored(event.at());
        boolean latest = !at.isBefore(changedAt);
        return new JourneyRow(
                journeyId,
                firstKnown(service, e.service(), NAME_LENGTH),
                firstKnown(channel, e.channel(), NAME_LENGTH),
                firstKnown(externalReference, e.externalReference(), REFERENCE_LENGTH),
                e.businessKey() != null && (latest || businessKey == null)
                        ? cut(e.businessKey(), REFERENCE_LENGTH)
                        : businessKey,
                state.after(event, number),
                unchecked || e.unchecked(),
                test || e.test(),
                at.isBefore(receivedAt) ? at : receivedAt,
                latest && event.type().moves() ? at : changedAt);
    }

    private static String firstKnown(String known, String offered, int length) {
        return known.isEmpty() ? cut(offered, length) : known;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
