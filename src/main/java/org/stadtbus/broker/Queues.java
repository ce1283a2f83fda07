package org.stadtbus.broker;

/** Names of the queues. */
public final class Queues {
    /** Journal events on their way to the projector. */
    public static final String JOURNAL = "journal";

    /** What nobody can read any more, kept as it is for operations. */
    public static final String UNREADABLE = "clearing.unlesbar";

    /** Messages that waited for their delivery beyond the deadline of their procedure. */
    public static final String EXPIRED = "delivery.expired";

    /** Standing orders of operators: as long as a note lies here, its procedure gets nothing. */
    public static final String ORDERS = "operations.orders";

    private static final String DELIVERY_PREFIX = "out.";

    private Queues() {}

    /** Applications of one service, before its route. */
    public static String intake(String service) {
        return "intake." + service;
    }

    /** Answers one procedure gave, before the route that takes them. */
    public static String answers(String procedure) {
        return "answers." + procedure;
    }

    /** Messages waiting for delivery to one procedure. */
    public static String delivery(String procedure) {
        return DELIVERY_PREFIX + procedure;
    }

    /** Messages a person of this unit must look at; the unit is given as the slug of its catalogue file. */
    public static String clearing(String unit) {
        return "clearing." + unit;
    }

    /** The procedure a delivery queue is for; the name itself when it is no delivery queue. */
    public static String procedure(String queue) {
        return queue.startsWith(DELIVERY_PREFIX) ? queue.substring(DELIVERY_PREFIX.length()) : queue;
    }
}
