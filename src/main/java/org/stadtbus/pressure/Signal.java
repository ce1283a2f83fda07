package org.stadtbus.pressure;

import java.util.Optional;

/** One thing the hub may run out of. Asked twice a second by one thread; it must not wait and not throw. */
interface Signal {

    /** What is short now; empty when there is enough. */
    Optional<Shortage> look();
}
