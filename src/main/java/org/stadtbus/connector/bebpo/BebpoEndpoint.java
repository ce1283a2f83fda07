package org.stadtbus.connector.bebpo;

import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.stadtbus.envelope.Message;

/** {@code bebpo:senden} or {@code bebpo:abholen}. */
final class BebpoEndpoint extends DefaultEndpoint {
    private final Work work;

    BebpoEndpoint(String uri, BebpoComponent component, Work work) {
        super(uri, component);
        this.work = work;
    }

    /** What an endpoint does. */
    sealed interface Work {}

    /** Sends. */
    record Send(Sending sending) implements Work {}

    /**
     * Fetches.
     *
     * @param delay from one look into the mailbox to the next
     */
    record Fetch(Fetching fetching, MessageZip zip, Duration delay) implements Work {}

    @Override
    public Producer createProducer() {
        if (!(work instanceof Send send)) {
            throw new IllegalArgumentException("bebpo:abholen holt nur ab; zum Senden gibt es bebpo:senden.");
        }
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                Message message = exchange.getProperty("stadtbus.message", Message.class);
                String procedure = exchange.getIn().getHeader("StadtbusProcedure", String.class);
                Sending.Receipt receipt = send.sending().send(procedure, message, exchange.getContext());
                exchange.getMessage().setHeader("StadtbusReceipt", receipt.text());
                exchange.setProperty("stadtbus.receipt", receipt.state());
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!(work instanceof Fetch fetch)) {
            throw new IllegalArgumentException("bebpo:senden sendet nur; zum Abholen gibt es bebpo:abholen.");
        }
        BebpoConsumer consumer = new BebpoConsumer(this, processor, fetch.fetching(), fetch.zip());
        consumer.setDelay(fetch.delay().toMillis());
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
