package org.stadtbus.cli.bench;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;

/** Watches the journal for the receipts of the targets, without asking the database. */
public final class Receipts {
    private static final long PATIENCE_SECONDS = 120;

    private final Set<String> targets;
    private final Map<String, Wait> waiting = new ConcurrentHashMap<>();

    /** @param targets the procedures whose first receipts end a journey's measured part */
    public Receipts(Set<String> targets) {
        this.targets = Set.copyOf(targets);
    }

    /** To be told of every event as it is projected. */
    public void seen(JournalEvent event) {
        Wait wait = event.type() == EventType.DELIVERED && targets.contains(event.system())
                ? waiting.get(event.envelope().externalReference())
                : null;
        if (wait != null && wait.seen(event.system())) {
            waiting.remove(event.envelope().externalReference());
        }
    }

    Wait expect(String reference) {
        Wait wait = new Wait();
        waiting.put(reference, wait);
        return wait;
    }

    /** One journey on its way to its last receipt. */
    final class Wait {
        private final Set<String> missing = ConcurrentHashMap.newKeySet();
        private final CountDownLatch done = new CountDownLatch(1);
        private final AtomicLong at = new AtomicLong();

        Wait() {
            missing.addAll(targets);
        }

        private boolean seen(String target) {
            missing.remove(target);
            if (missing.isEmpty()) {
                at.set(System.nanoTime());
                done.countDown();
            }
            return missing.isEmpty();
        }

        /** Waits for the last receipt; gives its {@link System#nanoTime()}. */
        long last() throws InterruptedException {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw HubException.permanent(
                        "bench-stuck", "Ein Vorgang der Messung kam nicht zum Ende; offen: " + missing + ".");
            }
            return at.get();
        }
    }
}
