package org.stadtbus.flow;

import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.broker.Outbox;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalWriter;

/** Decides what becomes of a message whose hop failed; the one place for the three failure kinds inside routes. */
final class HopFailure {
    private static final Logger LOG = LoggerFactory.getLogger(HopFailure.class);

    private static final Set<EventType> UNDONE = EnumSet.of(EventType.HANDED_OVER, EventType.STATE);

    private final Clearing clearing;
    private final Rejection rejection;
    private final JournalWriter journal;

    HopFailure(Clearing clearing, Rejection rejection, JournalWriter journal) {
        this.clearing = clearing;
        this.rejection = rejection;
        this.journal = journal;
    }

    /** The failure as the hub words it; what no step explained counts as a fault of the route and goes to a person. */
    HubException classify(Exception thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HubException explained) {
                return explained;
            }
        }
        LOG.error("A step failed without a sentence; its message becomes a clearing case", thrown);
        return new HubException(
                FailureKind.PERMANENT,
                "unexpected",
                "Ein Schritt der Linie ist unerwartet gescheitert ("
                        + thrown.getClass().getSimpleName() + ").",
                thrown);
    }

    /** Journals that the message waits for its next attempt. */
    void delayed(Hop hop, HubException why) {
        clearing.delayed(hop.received(), "stadtbus", why).ifPresent(event -> journal.write(event, null));
    }

    /** What to send instead of what the hop had gathered; its journal so far is kept, but for what now does not happen. */
    Outbox outcome(Hop hop, HubException why) {
        Outbox outbox = new Outbox();
        hop.outbox().events().stream()
                .filter(a -> !UNDONE.contains(a.event().type()))
                .forEach(a -> keep(outbox, a));
        if (why.kind() != FailureKind.REJECTED) {
            clearing.open(hop.current(), "stadtbus", why, outbox);
            return outbox;
        }
        try {
            rejection.answer(hop, why, outbox);
        } catch (HubException e) {
            if (e.kind() == FailureKind.TRANSIENT) {
                throw e;
            }
            clearing.open(hop.current(), "stadtbus", unsaid(why, e), outbox);
        }
        return outbox;
    }

    private static HubException unsaid(HubException why, HubException e) {
        return HubException.permanent(
                "rejection-failed", why.sentence() + " Die Zurückweisung ließ sich nicht erzeugen: " + e.sentence());
    }

    private static void keep(Outbox outbox, Outbox.Announcement announcement) {
        byte[] payload = announcement.payload();
        if (payload == null) {
            outbox.journal(announcement.event());
        } else {
            outbox.journal(announcement.event(), payload);
        }
    }
}
