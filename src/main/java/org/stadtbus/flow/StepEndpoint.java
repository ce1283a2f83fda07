package org.stadtbus.flow;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** Endpoint of one step, e.g. {@code hub:map?mapping=bauantrag-to-xbau}. */
final class StepEndpoint extends DefaultEndpoint {
    private final Step step;

    StepEndpoint(String uri, Component component, Step step) {
        super(uri, component);
        this.step = step;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                try {
                    step.perform(exchange);
                } catch (Exception e) {
                    Hop.note(exchange, getEndpointUri());
                    throw e;
                } catch (Error e) {
                    Hop.note(exchange, getEndpointUri());
                    // thrown on, it would pass Camel by, which would count the exchange as under way for ever
                    exchange.setException(e);
                }
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new IllegalArgumentException(getEndpointUri() + " ist ein Schritt; eine Linie beginnt mit hub:from");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
