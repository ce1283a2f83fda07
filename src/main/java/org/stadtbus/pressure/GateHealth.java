package org.stadtbus.pressure;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code intake} in the hub's health: out of service while the gate is closed; deliveries go on meanwhile. */
@Component("intakeHealthIndicator")
final class GateHealth implements HealthIndicator {
    private final Gate gate;

    GateHealth(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Health health() {
        Health.Builder health = gate.isClosed() ? Health.outOfService() : Health.up();
        gate.shortages().forEach(shortage -> health.withDetail(shortage.name(), shortage.sentence()));
        return health.build();
    }
}
