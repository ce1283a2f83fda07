package org.stadtbus.flow;

import org.apache.camel.Exchange;

/** One step of a route, made once when the route is loaded. */
@FunctionalInterface
interface Step {

    /**
     * Does the step.
     *
     * @throws Exception a {@link org.stadtbus.envelope.HubException} says what happens next, anything else counts as transient
     */
    void perform(Exchange exchange) throws Exception;

    /** A step that works on the hop alone. */
    static Step onHop(java.util.function.Consumer<Hop> work) {
        return exchange -> {
            Hop hop = Hop.of(exchange);
            work.accept(hop);
            hop.show(exchange);
        };
    }
}
