package org.stadtbus.connector.fitconnect;

import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** The channel itself refuses a submission: it cannot be opened, or is not what its metadata say. */
final class Refused extends HubException {
    private static final long serialVersionUID = 1L;
    static final String ENCRYPTION = "encryption-issue";
    static final String HASH = "hash-mismatch";
    static final String SYNTAX = "syntax-violation";
    static final String SCHEMA = "schema-violation";
    static final String ATTACHMENTS = "attachments-mismatch";

    private final transient Part part;

    /**
     * @param code one of the codes above, or the intake's where it means the same
     * @param predicate what is wrong with the part: the German sentence without its subject
     */
    Refused(String code, Part part, String predicate) {
        super(FailureKind.REJECTED, code, part.label() + " " + predicate);
        this.part = part;
    }

    /** As above, keeping the technical cause. */
    Refused(String code, Part part, String predicate, Throwable cause) {
        super(FailureKind.REJECTED, code, part.label() + " " + predicate, cause);
        this.part = part;
    }

    Part part() {
        return part;
    }
}
