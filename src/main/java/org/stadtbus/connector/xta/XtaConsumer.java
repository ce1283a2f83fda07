package org.stadtbus.connector.xta;

import org.apache.camel.Processor;
import org.stadtbus.connector.PostConsumer;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.connector.xta.Fetching.Letter;
import org.stadtbus.intake.Incoming;

/**
 * Looks into the mailbox and hands each message to the route; attachments are in the vault before. What the route does not take for
 * now stays there for the next look, what the hub refuses for good is journalled and closed.
 */
final class XtaConsumer extends PostConsumer {
    private final Fetching fetching;
    private final Parts parts;
    private final String procedure;

    XtaConsumer(PostEndpoint endpoint, Processor processor, Fetching fetching, Parts parts, String procedure) {
        super(endpoint, processor, XtaFailures::explain);
        this.fetching = fetching;
        this.parts = parts;
        this.procedure = procedure;
    }

    @Override
    protected int poll() throws Exception {
        return each(fetching.waiting(), id -> fetching.fetch(id, this::take));
    }

    private void take(Letter letter) throws Exception {
        handOver(
                () -> parts.incoming(procedure, letter.id(), letter.content()),
                () -> Incoming.xml(procedure, letter.id(), new byte[0]));
    }
}
