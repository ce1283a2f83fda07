package org.stadtbus.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * How messages are handed to a procedure.
 *
 * @param concurrency deliveries under way at a time
 * @param ordered whether messages of one journey are handed over one after the other
 * @param retry what happens after a failed attempt
 */
public record DeliveryPolicy(int concurrency, boolean ordered, Retry retry) {
    /** What holds where the catalogue says nothing. */
    public static final DeliveryPolicy DEFAULT = new DeliveryPolicy(2, true, Retry.DEFAULT);

    @JsonCreator
    static DeliveryPolicy of(@Nullable Integer concurrency, @Nullable String order, @Nullable Retry retry) {
        return new DeliveryPolicy(
                concurrency == null ? DEFAULT.concurrency : concurrency,
                !"none".equals(order),
                retry == null ? DEFAULT.retry : retry);
    }
}
