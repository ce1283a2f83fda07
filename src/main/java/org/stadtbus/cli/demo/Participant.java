package org.stadtbus.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Somebody outside the hub who takes part in the demo: runs his errands and answers what the hub brings him. He keeps what he did on
 * disk, so that a demo started again goes on where it was.
 */
interface Participant extends AutoCloseable {
    /** Settings with which a hub reaches him, or lets him in; none where he is one of the {@link org.stadtbus.sandbox.Surroundings}. */
    default Map<String, String> hubSettings() {
        return Map.of();
    }

    /** What he wants of the hub. */
    List<Errand> errands();

    /**
     * Hands in what belongs to the errand; only once, however often it is called.
     *
     * @return the reference its journey can be found by
     * @throws IOException when the hub is not there or does not take it now: again later
     */
    String send(Errand errand) throws IOException;

    /**
     * Looks at what the hub has brought him and answers it; called again and again.
     *
     * @throws IOException when the hub or a peer is not there: again later
     */
    void work() throws IOException;

    /** True when he has nothing in hand that the hub waits for or has to fetch. */
    boolean idle();

    /** What he has found at the end, a sentence for people; empty when there is nothing to say. */
    String found();

    /** Stops what he has started himself. */
    @Override
    default void close() {
        // most have started nothing
    }
}
