package org.stadtbus.broker;

/**
 * Thrown by a handler that must not handle anything for a while: the message goes back to its place untouched when the
 * consumer's sessions are closed, which the handler has asked for before it throws.
 */
public final class NotNow extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param why for the log */
    public NotNow(String why) {
        super(why, null, false, false);
    }
}
