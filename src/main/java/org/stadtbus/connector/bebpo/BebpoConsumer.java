package org.stadtbus.connector.bebpo;

import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Processor;
import org.stadtbus.connector.PostConsumer;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Incoming;

/**
 * Looks into the mailbox and hands each message to the route; its files are in the vault before. A message the hub refuses is journalled
 * once and stays in the mailbox, since its sender has a receipt for it: a person can read it there.
 */
final class BebpoConsumer extends PostConsumer {
    private final Fetching fetching;
    private final MessageZip zip;
    private final Set<String> refused = new HashSet<>();

    BebpoConsumer(PostEndpoint endpoint, Processor processor, Fetching fetching, MessageZip zip) {
        super(endpoint, processor, BebpoFailures::explain);
        this.fetching = fetching;
        this.zip = zip;
    }

    @Override
    protected int poll() throws Exception {
        List<String> waiting = fetching.waiting();
        refused.retainAll(waiting);
        return each(waiting.stream().filter(id -> !refused.contains(id)).toList(), this::fetch);
    }

    private boolean fetch(String id) throws Exception {
        try {
            return fetching.fetch(id, this::take);
        } catch (HubException e) {
            if (e.kind() == FailureKind.REJECTED) {
                refused.add(id);
            }
            throw e;
        }
    }

    private void take(String id, DataSource packed) throws Exception {
        hand(() -> open(id, packed), () -> zip.unread(id));
    }

    private Incoming open(String id, DataSource packed) throws IOException {
        try (InputStream bytes = packed.getInputStream()) {
            return zip.open(id, bytes);
        }
    }
}
