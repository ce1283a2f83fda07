package org.stadtbus.connector.osci;

import java.util.Optional;
import org.apache.camel.Processor;
import org.stadtbus.connector.PostConsumer;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.envelope.HubException;
import org.stadtbus.osci.Content;
import org.stadtbus.osci.Dialog;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.OsciMessage;

/**
 * Fetches what lies at the intermediary, oldest first. The next order of the dialog confirms a message, so it is given only when the hub has
 * that message, or has refused it and keeps it with the refusal. When the hub takes nothing for now the dialog is left as it is: the
 * intermediary gives the same message at the next look.
 */
final class OsciConsumer extends PostConsumer {
    private final OsciAccess access;
    private final Authors authors;
    private final Parts parts;
    private final String procedure;

    OsciConsumer(
            PostEndpoint endpoint,
            Processor processor,
            OsciAccess access,
            Authors authors,
            Parts parts,
            String procedure) {
        super(endpoint, processor, OsciFailures::explain);
        this.access = access;
        this.authors = authors;
        this.parts = parts;
        this.procedure = procedure;
    }

    @Override
    protected int poll() throws Exception {
        int taken = 0;
        Dialog dialog = access.dialog();
        Optional<Dialog.Delivery> next = dialog.fetch();
        while (next.isPresent()) {
            try (Dialog.Delivery delivery = next.get()) {
                take(delivery);
                taken++;
            }
            next = isRunAllowed() ? dialog.fetch() : Optional.empty();
        }
        dialog.end();
        return taken;
    }

    private void take(Dialog.Delivery delivery) throws Exception {
        String id = delivery.card().messageId();
        OsciMessage message = delivery.message();
        Content content;
        try {
            content = access.reader().read(message);
        } catch (OsciException refused) {
            refuse(OsciFailures.content(refused), () -> parts.unopened(procedure, id, message));
            return;
        }
        Optional<HubException> forged = authors.objection(content);
        if (forged.isPresent()) {
            refuse(forged.get(), () -> parts.opened(procedure, id, message, content));
            return;
        }
        handOver(() -> parts.incoming(procedure, id, content), () -> parts.unopened(procedure, id, message));
    }
}
