package org.stadtbus.connector.xdomea;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** A step that packs or unpacks. */
final class XdomeaEndpoint extends DefaultEndpoint {
    private final Processor work;

    XdomeaEndpoint(String uri, Component component, Processor work) {
        super(uri, component);
        this.work = work;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                work.process(exchange);
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new IllegalArgumentException("xdomea: packt und packt aus; es holt nichts ab.");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
