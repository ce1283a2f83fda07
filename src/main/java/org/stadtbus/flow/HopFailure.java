package org.stadtbus.flow;

import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.broker.Outbox;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.clearing.Crash;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalWriter;

/** Decides what becomes of a message whose hop failed; the one place for the three failure kinds inside routes. */
final class HopFailure {
    private static final Logger LOG = LoggerFactory.getLogger(HopFailure.class);

    /** Events that are true only together with the messages sent beside them. */
    private static final Set<EventType> PROMISES = Set.of(EventType.HANDED_OVER, EventType.STATE);

    private final Clearing clearing;
    private final Rejection rejection;
    private final JournalWriter journal;

    HopFailure(Clearing clearing, Rejection rejection, JournalWriter journal) {
        this.clearing = clearing;
        this.rejection = rejection;
        this.journal = journal;
    }

    /** The failure as the hub words it; what no step explained counts as a fault of the route and goes to a person. */
    HubException classify(Hop hop, Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HubException explained) {
                return explained;
            }
            if (t instanceof RejectedExecutionException) {
                return HubException.temporary("hub-stops", "Der Hub wird gerade beendet.", thrown);
            }
        }
        LOG.error("A step failed without a sentence", thrown);
        return Crash.explain(thrown, hop.received()).orElseGet(() -> unexpected(thrown));
    }

    private static HubException unexpected(Throwable thrown) {
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

    /** What to send instead of what the hop had gathered; of its journal what was done is kept, not what was only to be sent. */
    Outbox outcome(Hop hop, HubException why) {
        return why.kind() == FailureKind.REJECTED ? rejected(hop, why) : toClearing(hop, why);
    }

    private Outbox rejected(Hop hop, HubException why) {
        try {
            Outbox outbox = soFar(hop);
            rejection.answer(hop, why, outbox);
            return outbox;
        } catch (RuntimeException | Error e) {
            LOG.error("A rejection could not be made; its message becomes a clearing case", e);
            return toClearing(
                    hop,
                    new HubException(
                            FailureKind.PERMANENT,
                            "rejection-failed",
                            why.sentence() + " Die Zurückweisung an den Absender ist gescheitert.",
                            e));
        }
    }

    private Outbox toClearing(Hop hop, HubException why) {
        Outbox outbox = soFar(hop);
        clearing.route(hop.received().message(), hop.envelope(), hop.queue(), hop.failingStep(), why, outbox);
        return outbox;
    }

    private static Outbox soFar(Hop hop) {
        Outbox outbox = new Outbox();
        hop.outbox().events().stream()
                .filter(a -> !PROMISES.contains(a.event().type()))
                .forEach(a -> keep(outbox, a));
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
