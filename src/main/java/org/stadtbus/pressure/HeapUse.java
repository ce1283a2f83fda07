package org.stadtbus.pressure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Heap that stays in use after garbage collections, read from the largest heap pool (where long-lived objects go). While it is
 * short nothing new comes in that would cause a collection, so it asks for one itself, at most every ten seconds.
 */
final class HeapUse implements Signal {
    private static final int PERCENT = 100;
    private static final long BETWEEN_COLLECTIONS = Duration.ofSeconds(10).toNanos();

    private final int maxPercent;
    private final Supplier<Optional<MemoryUsage>> afterCollection;
    private final Runnable collect;
    private final LongSupplier nanos;
    private long lastCollection;

    HeapUse(int maxPercent) {
        this(maxPercent, HeapUse::largestPool, System::gc, System::nanoTime);
    }

    HeapUse(int maxPercent, Supplier<Optional<MemoryUsage>> afterCollection, Runnable collect, LongSupplier nanos) {
        this.maxPercent = maxPercent;
        this.afterCollection = afterCollection;
        this.collect = collect;
        this.nanos = nanos;
        this.lastCollection = nanos.getAsLong() - BETWEEN_COLLECTIONS;
    }

    @Override
    public Optional<Shortage> look() {
        long percent = percent();
        if (percent > maxPercent && nanos.getAsLong() - lastCollection >= BETWEEN_COLLECTIONS) {
            collect.run();
            lastCollection = nanos.getAsLong();
            percent = percent();
        }
        return percent > maxPercent
                ? Optional.of(new Shortage(
                        "heap", "Der Arbeitsspeicher des Hubs ist fast erschöpft (" + percent + " % belegt)."))
                : Optional.empty();
    }

    private long percent() {
        return afterCollection
                .get()
                .filter(use -> use.getMax() > 0)
                .map(use -> use.getUsed() * PERCENT / use.getMax())
                .orElse(0L);
    }

    private static Optional<MemoryUsage> largestPool() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
                .map(MemoryPoolMXBean::getCollectionUsage);
    }
}
