package org.stadtbus.osci;

import org.jspecify.annotations.Nullable;

/** An OSCI message is refused, by the peer or by us, with a code of the standard and a sentence without personal data. */
public class OsciException extends Exception {
    private final String code;
    private final String sentence;
    private final boolean byPeer;

    /** We refuse. */
    public OsciException(OsciCode code, String detail) {
        this(code, detail, null);
    }

    /** We refuse, because of this. */
    public OsciException(OsciCode code, String detail, @Nullable Throwable cause) {
        this(code.number(), code.sentence() + (detail.isEmpty() ? "" : " " + detail), false, cause);
    }

    /** The peer refuses with a code, perhaps one that {@link OsciCode} does not name. */
    OsciException(String code, String sentence) {
        this(code, sentence, true, null);
    }

    private OsciException(String code, String sentence, boolean byPeer, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.sentence = sentence;
        this.byPeer = byPeer;
    }

    /** The four digits. */
    public String code() {
        return code;
    }

    /** For people, German. */
    public String sentence() {
        return sentence;
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
