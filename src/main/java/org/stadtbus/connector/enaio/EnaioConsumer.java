package org.stadtbus.connector.enaio;

import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.stadtbus.connector.PollWatch;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Looks for documents that are marked for the hub and hands each to the route. Its mark changes only when the route has taken or refused
 * it; what the route cannot take for now stays marked for the next look.
 */
final class EnaioConsumer extends ScheduledPollConsumer {
    private final Outbox outbox;
    private final Downloads downloads;

    EnaioConsumer(Endpoint endpoint, Processor processor, Outbox outbox, Downloads downloads) {
        super(endpoint, processor);
        PollWatch watch = new PollWatch(EnaioFailures::explain);
        setPollStrategy(watch);
        setExceptionHandler(watch);
        this.outbox = outbox;
        this.downloads = downloads;
    }

    /** A document that cannot be taken does not keep those behind it, unless the hub or the eAkte is in trouble. */
    @Override
    protected int poll() throws Exception {
        int taken = 0;
        Optional<HubException> stays = Optional.empty();
        for (String id : outbox.waiting()) {
            if (!isRunAllowed()) {
                break;
            }
            try {
                take(id);
                taken++;
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

    private void take(String id) throws Exception {
        try {
            hand(id);
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            outbox.refused(id);
            return;
        }
        outbox.taken(id);
    }

    private void hand(String id) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setHeader("StadtbusExternalReference", "enaio " + id);
            exchange.getIn().setHeader("StadtbusDuplicateKey", id);
            exchange.getIn().setHeader("StadtbusContentType", "application/json");
            exchange.getIn().setHeader("StadtbusExtension", "json");
            fill(exchange, id);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private void fill(Exchange exchange, String id) {
        try {
            Downloads.Document document = downloads.fetch(id);
            exchange.getIn().setBody(document.metadata().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.setProperty("stadtbus.attachments", document.files().toArray(Attachment[]::new));
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            exchange.getIn().setBody(new byte[0]);
            exchange.setProperty("stadtbus.unreadable", e);
        }
    }
}
