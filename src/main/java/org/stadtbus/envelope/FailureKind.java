package org.stadtbus.envelope;

/** The three kinds of failure the hub tells apart; the kind decides what happens next. */
public enum FailureKind {
    /** May go away by itself (target down, time-out): retried by the procedure's policy. */
    TRANSIENT,
    /** Will not go away by itself and is not the sender's fault: a clearing case at once. */
    PERMANENT,
    /** The sender's message is wrong: it goes back to the sender with the reason. */
    REJECTED
}
