package org.stadtbus.connector.enaio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.camel.Processor;
import org.stadtbus.connector.PostConsumer;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.envelope.Attachment;
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
        switch (handOver(() -> read(id), () -> incoming(id, new byte[0], List.of()))) {
            case TAKEN -> outbox.taken(id);
            case REFUSED -> outbox.refused(id);
        }
        return true;
    }

    private Incoming read(String id) {
        Downloads.Document document = downloads.fetch(id);
        return incoming(id, document.metadata().getBytes(UTF_8), document.files());
    }

    private Incoming incoming(String id, byte[] metadata, List<Attachment> files) {
        return new Incoming(procedure, ObjectReference.of(id), id, "application/json", "json", metadata, files);
    }
}
