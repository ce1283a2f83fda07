package org.stadtbus.broker;

/** What one hub node at a time may do, e.g. poll sources. */
@FunctionalInterface
public interface Lease {

    /**
     * True while this node and no other may do it. To be asked before each piece of work; ends by itself within seconds when the
     * node is cut off from the broker or stands still.
     */
    boolean held();
}
