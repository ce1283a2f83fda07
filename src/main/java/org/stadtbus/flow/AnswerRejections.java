package org.stadtbus.flow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How each procedure is told that an answer of it was refused; filled while the routes are loaded. */
@Component
final class AnswerRejections {
    private final Map<String, AnswerRejection> byProcedure = new ConcurrentHashMap<>();

    void put(String procedure, AnswerRejection rejection) {
        byProcedure.put(procedure, rejection);
    }

    /** Empty for a procedure that reads a refusal at its source only. */
    Optional<AnswerRejection> of(String procedure) {
        return Optional.ofNullable(byProcedure.get(procedure));
    }
}
