package org.stadtbus.connector.enaio;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.stadtbus.envelope.Message;

/** Does its work with the message in the exchange property {@code stadtbus.message} and leaves the receipt in the header {@code StadtbusReceipt}. */
final class EnaioEndpoint extends DefaultEndpoint {
    private final Work work;

    EnaioEndpoint(String uri, Component component, Work work) {
        super(uri, component);
        this.work = work;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                Message message = exchange.getProperty("stadtbus.message", Message.class);
                if (message == null) {
                    throw new IllegalStateException("The eAkte gets messages of deliveries only");
                }
                exchange.getMessage().setHeader("StadtbusReceipt", work.perform(message));
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new IllegalArgumentException("Hier wird nur abgelegt; zum Abholen gibt es enaio:abholen.");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
