package org.stadtbus.connector.enaio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.camel.Processor;
import org.stadtbus.connector.PostConsumer;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Incoming;

/**
 * Looks for documents that are marked for the hub and hands each to the route. Its mark changes only when the route has taken or refused
 * it; what the route cannot take for now stays marked for the next look.
 */
final class EnaioConsumer extends PostConsumer {
    private final Outbox outbox;
    private final Downloads downloads;
    private final String procedure;

    EnaioConsumer(PostEndpoint endpoint, Processor processor, Outbox outbox, Downloads downloads, String procedure) {
        super(endpoint, processor, EnaioFailures::explain);
        this.outbox = outbox;
        this.downloads = downloads;
        this.procedure = procedure;
    }

    @Override
    protected int poll() throws Exception {
        return each(outbox.waiting(), this::take);
    }

    private boolean take(String id) throws Exception {
        try {
            fetch(id);
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            outbox.refused(id);
            return true;
        }
        outbox.taken(id);
        return true;
    }

    private void fetch(String id) throws Exception {
        Downloads.Document document;
        try {
            document = downloads.fetch(id);
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            handUnread(incoming(id, new byte[0], List.of()), e);
            return;
        }
        hand(incoming(id, document.metadata().getBytes(UTF_8), document.files()));
    }

    private Incoming incoming(String id, byte[] metadata, List<Attachment> files) {
        return new Incoming(procedure, ObjectReference.of(id), id, "application/json", "json", metadata, files);
    }
}
