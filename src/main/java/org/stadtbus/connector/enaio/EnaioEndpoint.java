package org.stadtbus.connector.enaio;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.stadtbus.envelope.Message;

/** Files the message in the exchange property {@code stadtbus.message} and leaves the receipt in the header {@code StadtbusReceipt}. */
final class EnaioEndpoint extends DefaultEndpoint {
    private final Filing filing;

    EnaioEndpoint(String uri, Component component, Filing filing) {
        super(uri, component);
        this.filing = filing;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                Message message = exchange.getProperty("stadtbus.message", Message.class);
                if (message == null) {
                    throw new IllegalStateException("enaio:ablage works inside a delivery only");
                }
                Receipt receipt = filing.file(message);
                exchange.getMessage().setHeader("StadtbusReceipt", receipt.text());
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new IllegalArgumentException("Aus der eAkte liest dieser Anschluss nicht.");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
