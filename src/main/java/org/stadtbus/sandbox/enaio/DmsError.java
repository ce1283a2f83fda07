package org.stadtbus.sandbox.enaio;

import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;

/** A request the DMS service refuses. */
final class DmsError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final int status;

    DmsError(int status, String message) {
        super(message);
        this.status = status;
    }

    static DmsError badRequest(String message) {
        return new DmsError(BAD_REQUEST, message);
    }

    /** Understood, but the objects cannot be made so. */
    static DmsError unprocessable(String message) {
        return new DmsError(UNPROCESSABLE, message);
    }

    /** The error as enaio's interfaces write it. */
    Answer answer() {
        return Answer.json(
                status,
                Json.text(Json.object()
                        .put("DefaultMessage", getMessage())
                        .put("ErrorType", "DMS")
                        .put("HttpStatusCode", status)
                        .put("ErrorCode", status)));
    }
}
