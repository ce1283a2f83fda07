package org.stadtbus.connector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Incoming;

/** Looks into a mailbox at intervals and hands what lies there to the route, which takes it into the hub. */
public abstract class PostConsumer extends ScheduledPollConsumer {

    /** @param failures words what was thrown, without personal data */
    protected PostConsumer(Endpoint endpoint, Processor processor, Function<Throwable, HubException> failures) {
        super(endpoint, processor);
        PollWatch watch = new PollWatch(failures);
        setPollStrategy(watch);
        setExceptionHandler(watch);
    }

    /** Takes what lies at the peer under an id; says whether there was something. */
    @FunctionalInterface
    protected interface One {
        boolean take(String id) throws Exception;
    }

    /**
     * Takes each of these. One that cannot be taken does not keep those behind it, unless the hub or the peer is in trouble.
     *
     * @return how many were taken
     * @throws Exception the last failure, when all were tried
     */
    protected final int each(List<String> ids, One one) throws Exception {
        int taken = 0;
        Optional<HubException> stays = Optional.empty();
        for (String id : ids) {
            if (!isRunAllowed()) {
                break;
            }
            try {
                taken += one.take(id) ? 1 : 0;
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

    /**
     * Hands one message to the route; when this returns, the hub has it durably.
     *
     * @throws Exception what the route throws
     */
    protected final void hand(Incoming incoming) throws Exception {
        hand(incoming, Optional.empty());
    }

    /**
     * Hands to the route what could not be read: it is refused and journalled.
     *
     * @param incoming what is known of it; its files are what came
     */
    protected final void handUnread(Incoming incoming, HubException why) throws Exception {
        hand(incoming, Optional.of(why));
    }

    private void hand(Incoming incoming, Optional<HubException> unreadable) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setHeader("StadtbusExternalReference", incoming.externalReference());
            exchange.getIn().setHeader("StadtbusDuplicateKey", incoming.duplicateKey());
            exchange.getIn().setHeader("StadtbusContentType", incoming.contentType());
            exchange.getIn().setHeader("StadtbusExtension", incoming.extension());
            exchange.setProperty("stadtbus.attachments", incoming.attachments().toArray(Attachment[]::new));
            unreadable.ifPresent(why -> exchange.setProperty("stadtbus.unreadable", why));
            exchange.getIn().setBody(incoming.bytes());
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
