package org.stadtbus.connector.jms;

import jakarta.jms.ExceptionListener;
import jakarta.jms.JMSException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.util.ErrorHandler;
import org.stadtbus.connector.PollWatch;

/**
 * Watches over a queue of a foreign broker: says in one sentence why a message is not taken, and lets it be tried again, until the hub
 * stops; then it goes back to the broker.
 */
public final class JmsWatch extends PollWatch implements Processor, ExceptionListener, ErrorHandler {

    /** Words failures as the sink does. */
    public JmsWatch() {
        super(JmsFailures::explain);
    }

    /** The message in hand was not taken. */
    @Override
    public void process(Exchange exchange) throws Exception {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        handleException(null, exchange, caught);
        if (!exchange.getContext().getStatus().isStarted()) {
            throw caught;
        }
    }

    /** The connection is lost; Camel makes another. */
    @Override
    public void onException(JMSException lost) {
        handleException(lost);
    }

    /** A message went back to the broker. */
    @Override
    public void handleError(Throwable thrown) {
        handleException(thrown);
    }
}
