package org.stadtbus.connector.xta;

import java.util.function.Supplier;
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

/** Looks into a mailbox only when the hub has room, and says once that it cannot be read, and once that it can again. */
final class Watch implements PollingConsumerPollStrategy, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Supplier<String> mailbox;
    private String trouble = "";

    /** @param mailbox whose it is, for the log */
    Watch(Supplier<String> mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        Gate room = endpoint.getCamelContext().getRegistry().findSingleByType(Gate.class);
        return room == null || !room.isClosed();
    }

    @Override
    public synchronized void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (!trouble.isEmpty()) {
            LOG.info("Das XTA-Postfach von {} wird wieder gelesen.", mailbox.get());
            trouble = "";
        }
    }

    @Override
    public synchronized boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        String sentence = cause instanceof HubException known
                ? known.sentence()
                : "Unerwartet gescheitert: " + cause.getClass().getSimpleName();
        if (!sentence.equals(trouble)) {
            LOG.warn("XTA-Postfach von {}: {}", mailbox.get(), sentence);
            LOG.debug("XTA-Postfach von {}", mailbox.get(), cause);
            trouble = sentence;
        }
        return false;
    }

    /** {@link #rollback} has said it. */
    @Override
    public void handleException(Throwable thrown) {
        LOG.debug("A look into the mailbox of {} failed", mailbox.get(), thrown);
    }

    @Override
    public void handleException(@Nullable String message, Throwable thrown) {
        handleException(thrown);
    }

    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable thrown) {
        handleException(thrown);
    }
}
