package org.stadtbus.connector;

import java.util.function.Function;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.HubException;
import org.stadtbus.pressure.Gate;

/**
 * Says in one sentence when a neighbour can no longer be looked at, and in one when it can again. While the hub has no room it is not
 * looked at: what lies there stays there.
 */
public class PollWatch implements PollingConsumerPollStrategy, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PollWatch.class);

    private final Function<Throwable, HubException> failures;
    private String trouble = "";
    private String stayed = "";
    private String stayedBefore = "";

    /** @param failures words what was thrown, without personal data */
    public PollWatch(Function<Throwable, HubException> failures) {
        this.failures = failures;
    }

    @Override
    public final synchronized boolean begin(Consumer consumer, Endpoint endpoint) {
        Gate room = endpoint.getCamelContext().getRegistry().findSingleByType(Gate.class);
        if (room != null && room.isClosed()) {
            return false;
        }
        stayedBefore = stayed;
        stayed = "";
        lookAgain();
        return true;
    }

    /** A new look begins. */
    protected void lookAgain() {
        // most neighbours need not know
    }

    @Override
    public final synchronized void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (!trouble.isEmpty()) {
            LOG.info("{}: Es wird wieder abgeholt.", name(consumer));
            trouble = "";
        }
    }

    @Override
    public final synchronized boolean rollback(
            Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        String sentence = failures.apply(cause).sentence();
        if (!sentence.equals(trouble)) {
            LOG.warn("{}: {}", name(consumer), sentence);
            trouble = sentence;
        }
        return false;
    }

    private static String name(Consumer consumer) {
        return consumer instanceof org.apache.camel.RouteAware aware && aware.getRoute() != null
                ? aware.getRoute().getRouteId()
                : "Abholung";
    }

    @Override
    public final void handleException(Throwable thrown) {
        handleException(null, null, thrown);
    }

    @Override
    public final void handleException(@Nullable String message, Throwable thrown) {
        handleException(message, null, thrown);
    }

    /**
     * A single message could not be taken or put away: it stays, the next look tries again. Without an exchange it is the look
     * itself that failed, which {@link #rollback} has said.
     */
    @Override
    public final synchronized void handleException(
            @Nullable String message, @Nullable Exchange exchange, Throwable thrown) {
        if (exchange == null && !trouble.isEmpty()) {
            return;
        }
        String sentence = failures.apply(thrown).sentence();
        if (!sentence.equals(stayed) && !sentence.equals(stayedBefore)) {
            LOG.warn("Eine Nachricht blieb liegen: {}", sentence);
        }
        stayed = sentence;
    }
}
