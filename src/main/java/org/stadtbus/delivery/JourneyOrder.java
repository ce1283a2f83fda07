package org.stadtbus.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.stadtbus.broker.QueueReader.Waiting;
import org.stadtbus.broker.Received;

/**
 * Who waits before whom: of the messages of one journey for one procedure that were sent again, the earliest goes first and the
 * others wait behind it. What is known here is rebuilt from the queue, so that the order holds through a restart.
 */
final class JourneyOrder {
    /** Pause of a message whose predecessor is due but has not been seen yet. */
    private static final Duration STEP = Duration.ofMillis(200);
    /** A predecessor that is due for so long may have been removed from the queue: the queue is asked. */
    private static final Duration MISSED = Duration.ofSeconds(30);

    private final Supplier<List<Waiting>> queue;
    private final Map<String, NavigableMap<Long, Instant>> lines = new HashMap<>();
    private boolean known;

    /** @param queue the messages that were sent again and lie on the queue */
    JourneyOrder(Supplier<List<Waiting>> queue) {
        this.queue = queue;
    }

    /** What lies on the queue may have changed unseen: it is read before the next message goes. */
    synchronized void forget() {
        known = false;
    }

    /** Until when this message must wait for an earlier one of its journey; empty when it is its turn. */
    synchronized Optional<Instant> waitsUntil(Received received, Instant now) {
        if (received.group().isEmpty()) {
            return Optional.empty();
        }
        if (!known
                || first(received).map(first -> isMissed(first.getValue(), now)).orElse(false)) {
            compare(queue.get(), now);
            known = true;
        }
        Optional<Instant> until =
                first(received).map(Map.Entry::getValue).map(due -> due.isAfter(now) ? due : now.plus(STEP));
        until.ifPresent(time -> sentAgain(received, time));
        return until;
    }

    private Optional<Map.Entry<Long, Instant>> first(Received received) {
        NavigableMap<Long, Instant> line = lines.get(received.group());
        return Optional.ofNullable(line)
                .map(NavigableMap::firstEntry)
                .filter(first -> first.getKey() < received.rank());
    }

    private static boolean isMissed(Instant due, Instant now) {
        return due.plus(MISSED).isBefore(now);
    }

    /** Learns what lies on the queue; forgets who should have come long ago and does not lie there. */
    private void compare(List<Waiting> there, Instant now) {
        Set<Waiting> lying = there.stream()
                .map(waiting -> new Waiting(waiting.group(), waiting.rank(), Instant.EPOCH))
                .collect(Collectors.toSet());
        lines.forEach((group, line) -> line.entrySet()
                .removeIf(earlier -> isMissed(earlier.getValue(), now)
                        && !lying.contains(new Waiting(group, earlier.getKey(), Instant.EPOCH))));
        lines.values().removeIf(Map::isEmpty);
        lines.values().forEach(line -> line.replaceAll((rank, due) -> due.isBefore(now) ? now : due));
        for (Waiting waiting : there) {
            Instant due = waiting.notBefore().isBefore(now) ? now : waiting.notBefore();
            line(waiting.group()).putIfAbsent(waiting.rank(), due);
        }
    }

    /** The message goes back to the queue until then; called before that is committed. */
    synchronized void sentAgain(Received received, Instant until) {
        if (!received.group().isEmpty()) {
            line(received.group()).put(received.rank(), until);
        }
    }

    /** The message is done with, by whatever end. */
    synchronized void done(Received received) {
        NavigableMap<Long, Instant> line = lines.get(received.group());
        if (line != null) {
            line.remove(received.rank());
            if (line.isEmpty()) {
                lines.remove(received.group());
            }
        }
    }

    private NavigableMap<Long, Instant> line(String group) {
        return lines.computeIfAbsent(group, unknown -> new TreeMap<>());
    }
}
