package org.stadtbus.pressure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A gate that a test closes and opens. */
public final class TestGate {
    private boolean closed;
    private final Gate gate = new Gate(
            List.of(() -> closed ? Optional.of(new Shortage("test", "Es ist zu wenig Platz.")) : Optional.empty()),
            Duration.ofSeconds(30));

    public Gate gate() {
        return gate;
    }

    public void close() {
        closed = true;
        gate.look();
    }

    public void open() {
        closed = false;
        gate.look();
    }
}
