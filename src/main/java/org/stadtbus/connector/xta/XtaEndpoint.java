package org.stadtbus.connector.xta;

import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.stadtbus.envelope.Message;

/** {@code xta:senden} or {@code xta:abholen}. */
final class XtaEndpoint extends DefaultEndpoint {
    private final Work work;

    XtaEndpoint(String uri, XtaComponent component, Work work) {
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
     * @param procedure whose messages these are; its drawer of the vault holds their attachments
     * @param delay from one look into the box to the next
     */
    record Fetch(Fetching fetching, Parts parts, String procedure, Duration delay) implements Work {}

    @Override
    public Producer createProducer() {
        if (!(work instanceof Send send)) {
            throw new IllegalArgumentException("xta:abholen holt nur ab; zum Senden gibt es xta:senden.");
        }
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                Message message = exchange.getProperty("stadtbus.message", Message.class);
                String procedure = exchange.getIn().getHeader("StadtbusProcedure", String.class);
                Sending.Receipt receipt = send.sending().send(procedure, message);
                exchange.getMessage().setHeader("StadtbusReceipt", receipt.text());
                exchange.setProperty("stadtbus.receipt", receipt.report());
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!(work instanceof Fetch fetch)) {
            throw new IllegalArgumentException("xta:senden sendet nur; zum Abholen gibt es xta:abholen.");
        }
        XtaConsumer consumer = new XtaConsumer(this, processor, fetch.fetching(), fetch.parts(), fetch.procedure());
        consumer.setDelay(fetch.delay().toMillis());
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
