package org.stadtbus.connector.xdomea;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.stadtbus.envelope.Message;

/** Makes the container the body, and its name the file name. */
record PackStep(Packing packing) implements Processor {

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getProperty("stadtbus.message", Message.class);
        if (message == null) {
            throw new IllegalStateException("Containers are packed for deliveries only");
        }
        Packing.Container container = packing.pack(message);
        exchange.getMessage().setBody(container.bytes());
        exchange.getMessage().setHeader(Exchange.FILE_NAME, container.name());
        exchange.getMessage().setHeader("StadtbusReceipt", "abgelegt als " + container.name());
    }
}
