package org.stadtbus.flow;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.stadtbus.broker.Broker;

/** Start of a route: {@code hub:from?service=<LeiKa key>} or {@code hub:from?answersOf=<procedure>}. */
final class FromEndpoint extends DefaultEndpoint {
    private final Broker broker;
    private final String queue;
    private final int concurrency;
    private final HopFailure failure;
    private final java.time.Clock clock;

    FromEndpoint(
            String uri,
            Component component,
            Broker broker,
            String queue,
            int concurrency,
            HopFailure failure,
            java.time.Clock clock) {
        super(uri, component);
        this.broker = broker;
        this.queue = queue;
        this.concurrency = concurrency;
        this.failure = failure;
        this.clock = clock;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        FromConsumer consumer = new FromConsumer(this, processor, broker, failure, clock);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new IllegalArgumentException(getEndpointUri() + " steht am Anfang einer Linie, nicht in ihrer Mitte");
    }

    String queue() {
        return queue;
    }

    int concurrency() {
        return concurrency;
    }
}
