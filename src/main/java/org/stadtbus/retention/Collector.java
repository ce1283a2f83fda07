package org.stadtbus.retention;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Waiting;
import org.stadtbus.vault.Copies;
import org.stadtbus.vault.Copy;

/**
 * Removes copies nobody needs. First it looks at the queues, then it reads what the journal has: what leaves a queue meanwhile is in
 * the journal by then. What comes in meanwhile leans on copies of today, which it never removes. Two may run at the same time.
 */
@Component
public class Collector {
    private final Waiting.Look queues;
    private final ReferenceTable references;
    private final Expiry expiry;
    private final Copies copies;
    private final RetentionProperties properties;
    private final Clock clock;

    Collector(
            Waiting.Look queues,
            ReferenceTable references,
            Expiry expiry,
            Copies copies,
            RetentionProperties properties,
            Clock clock) {
        this.queues = queues;
        this.references = references;
        this.expiry = expiry;
        this.copies = copies;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What a run did, or would do.
     *
     * @param copies in the vault before
     * @param removed copies removed
     * @param forgotten journeys whose retention period was over
     */
    public record Result(long copies, long removed, long forgotten) {}

    /**
     * Runs once.
     *
     * @param dryRun only says what a run would do; copies of journeys that would be forgotten are not counted then
     * @throws org.stadtbus.envelope.HubException transient when the queues cannot be looked through or the vault does not answer
     * @throws org.springframework.dao.DataAccessException when the database refuses; whatever was not removed stays for next time
     */
    public Result run(boolean dryRun) {
        Verdict verdict = new Verdict(clock.instant(), properties.grace());
        Waiting waiting = queues.now();
        references.catchUp();
        long forgotten = expiry.run(waiting.journeys(), dryRun);
        AtomicLong seen = new AtomicLong();
        AtomicLong removed = new AtomicLong();
        copies.visit(contents -> {
            contents.forEach(content -> seen.addAndGet(content.size()));
            for (Copy copy : removable(contents, verdict, waiting.contents())) {
                removed.incrementAndGet();
                if (!dryRun) {
                    copies.remove(copy);
                }
            }
        });
        if (!dryRun) {
            copies.tidy(clock.instant().minus(properties.grace()));
        }
        return new Result(seen.get(), removed.get(), forgotten);
    }

    private List<Copy> removable(List<List<Copy>> contents, Verdict verdict, Set<String> underWay) {
        List<List<Copy>> old = contents.stream()
                .filter(content -> content.stream().anyMatch(verdict::isOld))
                .filter(content -> !underWay.contains(address(content)))
                .toList();
        if (old.isEmpty()) {
            return List.of();
        }
        Map<String, Set<String>> drawers =
                references.drawers(old.stream().map(Collector::address).toList());
        return old.stream()
                .flatMap(content ->
                        verdict.removable(content, drawers.getOrDefault(address(content), Set.of())).stream())
                .toList();
    }

    private static String address(List<Copy> content) {
        return content.get(0).sha256();
    }
}
