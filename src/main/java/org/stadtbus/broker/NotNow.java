package org.stadtbus.broker;

/**
 * Thrown by a handler that must not handle anything for a while: the message goes back to its place untouched. The handler has
 * told its consumer to rest before it throws, else the same message comes again at once.
 */
public final class NotNow extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param why for the log */
    public NotNow(String why) {
        super(why, null, false, false);
    }
}
