package org.stadtbus.broker;

import java.util.Optional;

/** Names of the queues. */
public final class Queues {
    /** Journal events on their way to the projector. */
    public static final String JOURNAL = "journal";

    /** What nobody can read any more, kept as it is for operations. */
    public static final String UNREADABLE = "clearing.unlesbar";

    private static final String DELIVERY_PREFIX = "out.";

    private static final String INTAKE_PREFIX = "intake.";
    private static final String ANSWERS_PREFIX = "answers.";
    private static final String CLEARING_PREFIX = "clearing.";

    private Queues() {}

    /** The procedure whose delivery queue this is; empty for any other queue. */
    public static Optional<String> procedureOfDelivery(String queue) {
        return after(DELIVERY_PREFIX, queue);
    }

    /** The procedure whose answers queue this is; empty for any other queue. */
    public static Optional<String> procedureOfAnswers(String queue) {
        return after(ANSWERS_PREFIX, queue);
    }

    private static Optional<String> after(String prefix, String queue) {
        return queue.startsWith(prefix) ? Optional.of(queue.substring(prefix.length())) : Optional.empty();
    }

    /** Applications of one service, before its route. */
    public static String intake(String service) {
        return INTAKE_PREFIX + service;
    }

    /** Answers one procedure gave, before the route that takes them. */
    public static String answers(String procedure) {
        return ANSWERS_PREFIX + procedure;
    }

    /** Messages waiting for delivery to one procedure. */
    public static String delivery(String procedure) {
        return DELIVERY_PREFIX + procedure;
    }

    /** Messages a person of this unit must look at; the unit is given as the slug of its catalogue file. */
    public static String clearing(String unit) {
        return CLEARING_PREFIX + unit;
    }
}
