package org.stadtbus.connector.sftp;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.pressure.Gate;

/**
 * Says in one sentence when a folder can no longer be looked at, and in one when it can again. While the hub has no room the folder
 * is not looked at: its files stay where they are.
 */
public final class Lookout implements PollingConsumerPollStrategy, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final Pickup<?> pickup;
    private String trouble = "";
    private String fileTroubleBefore = "";
    private String fileTroubleNow = "";

    /** @param pickup what is told that a new look begins */
    public Lookout(Pickup<?> pickup) {
        this.pickup = pickup;
    }

    @Override
    public synchronized boolean begin(Consumer consumer, Endpoint endpoint) {
        Gate room = endpoint.getCamelContext().getRegistry().findSingleByType(Gate.class);
        if (room != null && room.isClosed()) {
            return false;
        }
        pickup.lookAgain();
        fileTroubleBefore = fileTroubleNow;
        fileTroubleNow = "";
        return true;
    }

    @Override
    public synchronized void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (!trouble.isEmpty()) {
            LOG.info("{}: Der Ordner wird wieder gelesen.", server(endpoint));
            trouble = "";
        }
    }

    @Override
    public synchronized boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        String sentence = SftpFailures.explain(cause).sentence();
        if (!sentence.equals(trouble)) {
            LOG.warn("{}: {}", server(endpoint), sentence);
            trouble = sentence;
        }
        return false;
    }

    private static String server(Endpoint endpoint) {
        return endpoint instanceof RemoteFileEndpoint<?> remote
                ? remote.getConfiguration().getHost() + ":"
                        + remote.getConfiguration().getPort() + "/"
                        + remote.getConfiguration().getDirectory()
                : "SFTP";
    }

    @Override
    public void handleException(Throwable thrown) {
        handleException(null, null, thrown);
    }

    @Override
    public void handleException(@Nullable String message, Throwable thrown) {
        handleException(message, null, thrown);
    }

    /**
     * A single file could not be taken or put away: it stays, the next look tries again. Without an exchange it is the look
     * itself that failed, which {@link #rollback} has said.
     */
    @Override
    public synchronized void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable thrown) {
        if (exchange == null && !trouble.isEmpty()) {
            return;
        }
        String sentence = thrown instanceof Exception e
                ? SftpFailures.explain(e).sentence()
                : thrown.getClass().getSimpleName();
        if (!sentence.equals(fileTroubleBefore) && !sentence.equals(fileTroubleNow)) {
            LOG.warn("Eine Datei blieb liegen: {}", sentence);
        }
        fileTroubleNow = sentence;
    }
}
