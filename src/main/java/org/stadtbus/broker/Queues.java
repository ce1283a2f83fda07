package org.stadtbus.broker;

import java.util.Optional;

/** Names of the queues. */
public final class Queues {
    /** Journal events on their way to the projector. */
    public static final String JOURNAL = "journal";

    /** What nobody can read any more, kept as it is for operations. */
    public static final String UNREADABLE = "clearing.unlesbar";

    /** Messages that waited for their delivery beyond the deadline of their procedure. */
    public static final String EXPIRED = "delivery.expired";

    /** Delivered messages whose proof is still to come; each waits for its next inquiry. */
    public static final String PROOFS = "delivery.proofs";

    /** Standing orders of operators: as long as a note lies here, its procedure gets nothing. */
    public static final String ORDERS = "operations.orders";

    /** Who may poll sources: signs of life that the broker gives to one hub node only. */
    static final String LEASES = "lease.#";

    /** Patterns of the queues below. */
    static final String INTAKE = "intake.#";

    static final String ANSWERS = "answers.#";
    static final String CLEARING = "clearing.#";
    static final String MAILBOXES = "mailbox.#";

    static final String NOTES = "notes.#";
    static final String BOOKMARKS = "bookmark.#";

    private static final String INTAKE_PREFIX = "intake.";
    private static final String ANSWERS_PREFIX = "answers.";
    private static final String DELIVERY_PREFIX = "out.";
    private static final String CLEARING_PREFIX = "clearing.";
    private static final String MAILBOX_PREFIX = "mailbox.";
    private static final String NOTES_PREFIX = "notes.";

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

    /** Messages that a procedure fetches itself. */
    public static String mailbox(String procedure) {
        return MAILBOX_PREFIX + procedure;
    }

    static String notes(String book) {
        return NOTES_PREFIX + book;
    }

    /** True for queues that hold what the hub notes for itself. */
    static boolean isNotebook(String queue) {
        return queue.startsWith(NOTES_PREFIX);
    }

    static String bookmark(String source) {
        return "bookmark." + source;
    }

    /** True for queues on which messages come into the hub. */
    static boolean isEntrance(String queue) {
        return queue.startsWith(INTAKE_PREFIX) || queue.startsWith(ANSWERS_PREFIX);
    }

    /** True for queues whose messages may go on at any broker: all but signs of life, orders, and the journal, which Artemis hands over. */
    static boolean travels(String queue) {
        return isEntrance(queue)
                || queue.startsWith(DELIVERY_PREFIX)
                || queue.startsWith(CLEARING_PREFIX)
                || queue.startsWith(MAILBOX_PREFIX)
                || queue.equals(EXPIRED)
                || queue.equals(PROOFS);
    }

    static String lease(String name) {
        return "lease." + name;
    }

    /** The procedure a delivery queue is for; the name itself when it is no delivery queue. */
    public static String procedure(String queue) {
        return queue.startsWith(DELIVERY_PREFIX) ? queue.substring(DELIVERY_PREFIX.length()) : queue;
    }
}
