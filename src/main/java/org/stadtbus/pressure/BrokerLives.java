package org.stadtbus.pressure;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The embedded broker runs: it stops itself when its disk refuses a write, because it could promise nothing more. */
final class BrokerLives implements Signal {
    private final BooleanSupplier running;
    private final Runnable stopped;
    private boolean told;

    /** @param stopped done once, when the broker no longer runs */
    BrokerLives(BooleanSupplier running, Runnable stopped) {
        this.running = running;
        this.stopped = stopped;
    }

    @Override
    public Optional<Shortage> look() {
        if (running.getAsBoolean()) {
            return Optional.empty();
        }
        if (!told) {
            told = true;
            stopped.run();
        }
        return Optional.of(new Shortage("broker", "Der Nachrichtenspeicher des Hubs ist stehen geblieben."));
    }
}
