package org.stadtbus.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the city's specialist procedures.
 *
 * @param id stable id, also the name of its queues
 * @param name as people call it
 * @param unit organisational unit that owns it
 * @param products software it may run on; a trailing {@code ?} marks a guess
 */
public record Procedure(
        String id,
        String name,
        String unit,
        List<String> products,
        String messageStandard,
        String transport,
        String direction,
        String protection,
        int restartPriority,
        String operator,
        @Nullable String contact,
        Optional<Connection> connection,
        DeliveryPolicy delivery) {

    /** The same procedure, listed only. */
    Procedure unconnected() {
        return new Procedure(
                id,
                name,
                unit,
                products,
                messageStandard,
                transport,
                direction,
                protection,
                restartPriority,
                operator,
                contact,
                Optional.empty(),
                delivery);
    }
}
