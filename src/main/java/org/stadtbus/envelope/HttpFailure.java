package org.stadtbus.envelope;

import java.util.Set;

/** What an HTTP status that is no success means for the message (RFC 9110, section 15; 425: RFC 8470; 429: RFC 6585). */
public enum HttpFailure {
    /** 401 and 403: the hub's access is not right. */
    NO_ACCESS(FailureKind.PERMANENT),
    /** 408, 425, 429 and everything from 500: the same request may succeed later. */
    UNAVAILABLE(FailureKind.TRANSIENT),
    /** Everything else, redirections too: the same request will be refused again. */
    REFUSED(FailureKind.PERMANENT);

    private static final Set<Integer> ACCESS = Set.of(401, 403);
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);
    private static final int SERVER_ERROR = 500;

    private final FailureKind kind;

    HttpFailure(FailureKind kind) {
        this.kind = kind;
    }

    /** @param status of an answer that is no success */
    public static HttpFailure of(int status) {
        if (ACCESS.contains(status)) {
            return NO_ACCESS;
        }
        return status >= SERVER_ERROR || TRY_AGAIN.contains(status) ? UNAVAILABLE : REFUSED;
    }

    /** What happens to the message. */
    public FailureKind kind() {
        return kind;
    }
}
