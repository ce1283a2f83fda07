package org.stadtbus.connector.xta.provider;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.stadtbus.envelope.Message;

/** {@code xta-postfach:ablegen}: puts the message of a delivery into its procedure's mailbox. */
public class XtaPostfachComponent extends DefaultComponent {
    private final Mailbox mailbox;

    XtaPostfachComponent(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
        if (!operation.equals("ablegen")) {
            throw new IllegalArgumentException(
                    "xta-postfach:" + operation + " gibt es nicht; erlaubt ist xta-postfach:ablegen");
        }
        return new PostfachEndpoint(uri, this, mailbox);
    }

    private static final class PostfachEndpoint extends DefaultEndpoint {
        private final Mailbox mailbox;

        private PostfachEndpoint(String uri, XtaPostfachComponent component, Mailbox mailbox) {
            super(uri, component);
            this.mailbox = mailbox;
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) {
                    Message message = exchange.getProperty("stadtbus.message", Message.class);
                    String procedure = exchange.getIn().getHeader("StadtbusProcedure", String.class);
                    mailbox.put(procedure, message);
                    exchange.getMessage().setHeader("StadtbusReceipt", "liegt im XTA-Postfach zur Abholung");
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            throw new IllegalArgumentException("Was das Fachverfahren sendet, nimmt der XTA-Anbieter selbst entgegen.");
        }

        @Override
        public boolean isSingleton() {
            return true;
        }
    }
}
