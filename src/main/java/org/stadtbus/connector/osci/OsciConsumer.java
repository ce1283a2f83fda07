package org.stadtbus.connector.osci;

import java.util.Optional;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.connector.PostConsumer;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Incoming;
import org.stadtbus.osci.Dialog;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.OsciMessage;

/**
 * Fetches what lies at the intermediary, oldest first. The next order of the dialog confirms a message, so it is given only when the hub has
 * that message, or has refused it and keeps it with the refusal. When the hub takes nothing for now the dialog is left as it is: the
 * intermediary gives the same message at the next look.
 */
final class OsciConsumer extends PostConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(OsciConsumer.class);

    private final OsciAccess access;
    private final Parts parts;
    private final String procedure;

    OsciConsumer(PostEndpoint endpoint, Processor processor, OsciAccess access, Parts parts, String procedure) {
        super(endpoint, processor, OsciFailures::explain);
        this.access = access;
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
        try {
            open(id, delivery.message());
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            LOG.warn("The hub refused {}, it is journalled: {}", id, e.sentence());
        }
    }

    /** What cannot be opened or is too large is handed on as it came, to be kept with its refusal. */
    private void open(String id, OsciMessage message) throws Exception {
        Incoming incoming;
        try {
            incoming = parts.incoming(procedure, id, access.reader().read(message));
        } catch (OsciException refused) {
            handUnread(parts.unopened(procedure, id, message), OsciFailures.content(refused));
            return;
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            handUnread(parts.unopened(procedure, id, message), e);
            return;
        }
        hand(incoming);
    }
}
