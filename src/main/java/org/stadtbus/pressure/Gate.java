package org.stadtbus.pressure;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the hub takes anything in. It asks all signals at an interval, says in one log line when the answer changes, and answers
 * at once. Every way into the hub asks it: REST refuses, FIT-Connect and SFTP sources stop looking.
 */
public final class Gate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final List<Signal> signals;
    private final Optional<Waiting> waiting;
    private final Duration retryAfter;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gate");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Signal> blind = new HashSet<>();
    private volatile List<Shortage> shortages = List.of();

    /** @param retryAfter what a refused caller is told */
    Gate(List<Signal> signals, Duration retryAfter) {
        this.signals = List.copyOf(signals);
        this.waiting = signals.stream()
                .filter(Waiting.class::isInstance)
                .map(Waiting.class::cast)
                .findFirst();
        this.retryAfter = retryAfter;
    }

    /** A gate that is always open. */
    public static Gate open() {
        return new Gate(List.of(), Duration.ZERO);
    }

    /** Looks once, then again and again. */
    Gate start(Duration interval) {
        look();
        looks.scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    void look() {
        say(signals.stream().flatMap(signal -> look(signal).stream()).toList());
    }

    private Optional<Shortage> look(Signal signal) {
        try {
            Optional<Shortage> shortage = signal.look();
            blind.remove(signal);
            return shortage;
        } catch (RuntimeException | Error e) {
            // thrown on, it would end all further looks
            if (blind.add(signal)) {
                LOG.error(
                        "{} cannot be asked: {}",
                        signal.getClass().getSimpleName(),
                        e.getClass().getName());
            }
            return Optional.empty();
        }
    }

    private void say(List<Shortage> now) {
        List<Shortage> before = shortages;
        shortages = now;
        if (now.isEmpty() && !before.isEmpty()) {
            LOG.info("Der Eingang ist wieder offen.");
        } else if (!names(now).equals(names(before))) {
            LOG.warn("Der Eingang ist geschlossen. {}", sentences(now));
        }
    }

    private static List<String> names(List<Shortage> all) {
        return all.stream().map(Shortage::name).toList();
    }

    private static String sentences(List<Shortage> all) {
        return all.stream().map(Shortage::sentence).collect(Collectors.joining(" "));
    }

    /** What is short; empty when the hub takes everything. */
    public List<Shortage> shortages() {
        return shortages;
    }

    /** True when the hub takes nothing, whatever it is. */
    public boolean isClosed() {
        return !shortages.isEmpty();
    }

    /** @throws Busy ({@code hub-full}) when the hub takes nothing */
    public void requireRoom() {
        List<Shortage> now = shortages;
        if (!now.isEmpty()) {
            throw new Busy("hub-full", sentences(now) + " Bitte später noch einmal senden.", retryAfter);
        }
    }

    /** @throws Busy ({@code hub-full}, or {@code service-full}) when the hub takes no application of this service */
    public void requireRoom(String service) {
        requireRoom();
        if (waiting.filter(w -> w.crowded(service)).isPresent()) {
            throw new Busy(
                    "service-full",
                    "Von dieser Leistung warten zu viele Anträge. Bitte später noch einmal senden.",
                    retryAfter);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
