package org.stadtbus.connector.soap.source;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code soap-inlet:annehmen}. */
final class SoapInletEndpoint extends DefaultEndpoint {
    private final SoapConsumer.Opening opening;

    SoapInletEndpoint(String uri, Component component, SoapConsumer.Opening opening) {
        super(uri, component);
        this.opening = opening;
    }

    @Override
    public Producer createProducer() {
        throw new IllegalArgumentException("soap-inlet nimmt nur an; gerufen wird mit soap:senden.");
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new SoapConsumer(this, processor, opening);
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
