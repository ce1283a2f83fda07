package org.stadtbus.connector.mail;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.stadtbus.connector.PollWatch;

/** Watches over a mailbox. */
public final class MailWatch extends PollWatch implements Processor {

    /** Words failures as the sink does. */
    public MailWatch() {
        super(MailFailures::explain);
    }

    /** Says why a mail stays, which Camel's mail component does with a stack trace only, and throws it on. */
    @Override
    public void process(Exchange exchange) throws Exception {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        handleException(null, exchange, caught);
        throw caught;
    }
}
