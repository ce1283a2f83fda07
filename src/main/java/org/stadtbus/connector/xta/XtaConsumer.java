package org.stadtbus.connector.xta;

import java.util.Optional;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.connector.PostConsumer;
import org.stadtbus.connector.xta.Fetching.Letter;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Looks into the mailbox and hands each message to the route; attachments are in the vault before. What the route does not take for
 * now stays there for the next look, what the hub refuses for good is journalled and closed.
 */
final class XtaConsumer extends PostConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(XtaConsumer.class);

    private final Fetching fetching;
    private final Parts parts;
    private final String procedure;

    XtaConsumer(XtaEndpoint endpoint, Processor processor, Fetching fetching, Parts parts, String procedure) {
        super(endpoint, processor, XtaFailures::explain);
        this.fetching = fetching;
        this.parts = parts;
        this.procedure = procedure;
    }

    /** A message that cannot be taken does not keep those behind it, unless the hub or the provider is in trouble. */
    @Override
    protected int poll() throws Exception {
        int taken = 0;
        Optional<HubException> stays = Optional.empty();
        for (String id : fetching.waiting()) {
            if (!isRunAllowed()) {
                break;
            }
            try {
                taken += fetching.fetch(id, this::take) ? 1 : 0;
            } catch (HubException e) {
                if (e.kind() == FailureKind.TRANSIENT) {
                    throw e;
                }
                stays = Optional.of(e);
            }
        }
        if (stays.isPresent()) {
            throw stays.get();
        }
        return taken;
    }

    private void take(Letter letter) throws Exception {
        try {
            hand(parts.incoming(procedure, letter.id(), letter.content()));
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            LOG.warn("The hub refused {}, it is journalled: {}", letter.id(), e.sentence());
        }
    }
}
