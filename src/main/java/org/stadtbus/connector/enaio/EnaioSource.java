package org.stadtbus.connector.enaio;

import java.time.Duration;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code enaio:abholen}: where documents come from. */
final class EnaioSource extends DefaultEndpoint {
    private final Outbox outbox;
    private final Downloads downloads;
    private final Duration delay;

    /** @param delay from one look to the next */
    EnaioSource(String uri, Component component, Outbox outbox, Downloads downloads, Duration delay) {
        super(uri, component);
        this.outbox = outbox;
        this.downloads = downloads;
        this.delay = delay;
    }

    @Override
    public Producer createProducer() {
        throw new IllegalArgumentException("enaio:abholen holt nur ab; zum Ablegen gibt es enaio:ablegen.");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        EnaioConsumer consumer = new EnaioConsumer(this, processor, outbox, downloads);
        consumer.setDelay(delay.toMillis());
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
