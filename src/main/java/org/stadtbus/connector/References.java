package org.stadtbus.connector;

/** What people at a peer call a message, as the hub keeps it. */
public final class References {
    private static final int LONGEST = 200;

    private References() {}

    /** The name, at most 200 characters of it. */
    public static String of(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST));
    }
}
