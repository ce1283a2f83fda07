package org.stadtbus.connector.bebpo;

import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.stadtbus.connector.PollWatch;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Incoming;

/**
 * Looks into the mailbox and hands each message to the route; its files are in the vault before. A message the hub refuses is journalled
 * once and stays in the mailbox, since its sender has a receipt for it: a person can read it there.
 */
final class BebpoConsumer extends ScheduledPollConsumer {
    private final Fetching fetching;
    private final MessageZip zip;
    private final Set<String> refused = new HashSet<>();

    BebpoConsumer(BebpoEndpoint endpoint, Processor processor, Fetching fetching, MessageZip zip) {
        super(endpoint, processor);
        PollWatch watch = new PollWatch(BebpoFailures::explain);
        setPollStrategy(watch);
        setExceptionHandler(watch);
        this.fetching = fetching;
        this.zip = zip;
    }

    /** A message that cannot be taken does not keep those behind it, unless the hub or the service is in trouble. */
    @Override
    protected int poll() throws Exception {
        int taken = 0;
        Optional<HubException> stays = Optional.empty();
        List<String> waiting = fetching.waiting();
        refused.retainAll(waiting);
        for (String id : waiting) {
            if (!isRunAllowed()) {
                break;
            }
            try {
                taken += !refused.contains(id) && fetching.fetch(id, this::take) ? 1 : 0;
            } catch (HubException e) {
                if (e.kind() == FailureKind.TRANSIENT) {
                    throw e;
                }
                if (e.kind() == FailureKind.REJECTED) {
                    refused.add(id);
                }
                stays = Optional.of(e);
            }
        }
        if (stays.isPresent()) {
            throw stays.get();
        }
        return taken;
    }

    private void take(String id, DataSource packed) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setHeader("StadtbusExternalReference", id);
            exchange.getIn().setHeader("StadtbusDuplicateKey", id);
            open(exchange, id, packed);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** What cannot be read goes on without bytes, so that its refusal is journalled. */
    private void open(Exchange exchange, String id, DataSource packed) throws IOException {
        try (InputStream bytes = packed.getInputStream()) {
            Incoming incoming = zip.open(id, bytes);
            exchange.getIn().setHeader("StadtbusContentType", incoming.contentType());
            exchange.getIn().setHeader("StadtbusExtension", incoming.extension());
            exchange.getIn().setBody(incoming.bytes());
            exchange.setProperty("stadtbus.attachments", incoming.attachments().toArray(Attachment[]::new));
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            exchange.getIn().setBody(new byte[0]);
            exchange.setProperty("stadtbus.unreadable", e);
        }
    }
}
