package org.stadtbus.envelope;

/**
 * A failure that people will read: its kind decides what the hub does, its sentence is shown on screen and sent back.
 *
 * <p>The sentence is German, complete, names the next step where there is one and carries no personal data, so that it
 * may be logged.
 */
public class HubException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final String problemCode;

    /**
     * @param kind what happens next
     * @param problemCode short stable code for machines, e.g. {@code schema-violation}
     * @param sentence German sentence for people, free of personal data
     */
    public HubException(FailureKind kind, String problemCode, String sentence) {
        super(sentence);
        this.kind = kind;
        this.problemCode = problemCode;
    }

    /** As above, keeping the technical cause for the log. */
    public HubException(FailureKind kind, String problemCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.problemCode = problemCode;
    }

    /** A failure that may go away by itself. */
    public static HubException temporary(String problemCode, String sentence, Throwable cause) {
        return new HubException(FailureKind.TRANSIENT, problemCode, sentence, cause);
    }

    /** A failure a person of the owning unit must look at. */
    public static HubException permanent(String problemCode, String sentence) {
        return new HubException(FailureKind.PERMANENT, problemCode, sentence);
    }

    /** A failure of the sender's message. */
    public static HubException rejected(String problemCode, String sentence) {
        return new HubException(FailureKind.REJECTED, problemCode, sentence);
    }

    /** The kind of failure. */
    public FailureKind kind() {
        return kind;
    }

    /** Short stable code for machines. */
    public String problemCode() {
        return problemCode;
    }

    /** German sentence for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
