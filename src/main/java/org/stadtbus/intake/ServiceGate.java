package org.stadtbus.intake;

import java.util.Optional;

/** Says whether a service's route runs; a service whose route does not is closed at the door, not in the middle. */
public interface ServiceGate {

    /** Why the service is closed, a German sentence; empty when it is open. */
    Optional<String> closedBecause(String service);
}
