package org.stadtbus.pressure;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.stadtbus.broker.Queues;
import org.stadtbus.envelope.HubException;

/** Messages waiting, in all and before the route of one service. The journal's queue does not count: its disk does. */
final class Waiting implements Signal {
    private final Supplier<Map<String, Long>> backlog;
    private final long most;
    private final long mostPerService;
    private volatile Map<String, Long> last = Map.of();

    /**
     * @param backlog queue name to messages
     * @param most of all queues together
     * @param mostPerService of one service's intake queue
     */
    Waiting(Supplier<Map<String, Long>> backlog, long most, long mostPerService) {
        this.backlog = backlog;
        this.most = most;
        this.mostPerService = mostPerService;
    }

    @Override
    public Optional<Shortage> look() {
        Map<String, Long> now;
        try {
            now = backlog.get();
        } catch (HubException e) {
            return Optional.of(new Shortage("broker", e.sentence()));
        }
        last = now;
        long all = now.entrySet().stream()
                .filter(queue -> !queue.getKey().equals(Queues.JOURNAL))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return all >= most
                ? Optional.of(new Shortage("waiting", "Im Hub warten zu viele Nachrichten (" + all + ")."))
                : Optional.empty();
    }

    /** Too many applications of this service wait. */
    boolean crowded(String service) {
        return last.getOrDefault(Queues.intake(service), 0L) >= mostPerService;
    }
}
