package org.stadtbus.connector.osci;

import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.stadtbus.envelope.Message;
import org.stadtbus.osci.ProcessCard;

/** {@code osci:senden} or {@code osci:abholen}. */
final class OsciEndpoint extends DefaultEndpoint {
    private final Work work;

    OsciEndpoint(String uri, OsciComponent component, Work work) {
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
    record Fetch(OsciAccess access, Parts parts, String procedure, Duration delay) implements Work {}

    @Override
    public Producer createProducer() {
        if (!(work instanceof Send send)) {
            throw new IllegalArgumentException("osci:abholen holt nur ab; zum Senden gibt es osci:senden.");
        }
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                Message message = exchange.getProperty("stadtbus.message", Message.class);
                String procedure = exchange.getIn().getHeader("StadtbusProcedure", String.class);
                ProcessCard card = send.sending().send(procedure, message);
                exchange.getMessage()
                        .setHeader(
                                "StadtbusReceipt",
                                "OSCI " + card.messageId() + ", beim Intermediär seit " + card.creation());
                exchange.setProperty("stadtbus.receipt", card.xml());
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!(work instanceof Fetch fetch)) {
            throw new IllegalArgumentException("osci:senden sendet nur; zum Abholen gibt es osci:abholen.");
        }
        OsciConsumer consumer = new OsciConsumer(this, processor, fetch.access(), fetch.parts(), fetch.procedure());
        consumer.setDelay(fetch.delay().toMillis());
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
