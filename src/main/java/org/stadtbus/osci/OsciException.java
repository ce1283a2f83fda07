package org.stadtbus.osci;

import org.jspecify.annotations.Nullable;

/** An OSCI message is refused, by the peer or by us, with a code of the standard and a sentence without personal data. */
public class OsciException extends Exception {
    private final String code;
    private final boolean byPeer;

    /** We refuse. */
    public OsciException(OsciCode code, String detail) {
        this(code, detail, null);
    }

    /** We refuse, because of this. */
    public OsciException(OsciCode code, String detail, @Nullable Throwable cause) {
        super(code.sentence() + (detail.isEmpty() ? "" : " " + detail), cause);
        this.code = code.number();
        this.byPeer = false;
    }

    /** The peer refuses with a code, perhaps one that {@link OsciCode} does not name. */
    OsciException(String code, String sentence) {
        super(sentence);
        this.code = code;
        this.byPeer = true;
    }

    /** The four digits. */
    public String code() {
        return code;
    }

    /** Whether the peer refuses what we sent; else we refuse what it sent, or cannot write what we wanted to. */
    public boolean byPeer() {
        return byPeer;
    }

    /** Whether this is the code. */
    public boolean is(OsciCode other) {
        return code.equals(other.number());
    }
}
