package org.stadtbus.connector.xta;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Processor;
import org.stadtbus.connector.PostConsumer;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.connector.xta.Fetching.Letter;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Incoming;

/**
 * Looks into the mailbox and hands each message to the route; attachments are in the vault before. What the route does not take for
 * now stays there for the next look. What the hub refuses is journalled and closed, unless it cannot be kept: what is too large or
 * sealed is journalled once and stays in the mailbox.
 */
final class XtaConsumer extends PostConsumer {
    private final Fetching fetching;
    private final Parts parts;
    private final String procedure;
    private final Set<String> left = new HashSet<>();

    XtaConsumer(PostEndpoint endpoint, Processor processor, Fetching fetching, Parts parts, String procedure) {
        super(endpoint, processor, XtaFailures::explain);
        this.fetching = fetching;
        this.parts = parts;
        this.procedure = procedure;
    }

    @Override
    protected int poll() throws Exception {
        List<String> waiting = fetching.waiting();
        left.retainAll(waiting);
        return each(waiting.stream().filter(id -> !left.contains(id)).toList(), this::fetch);
    }

    private boolean fetch(String id) throws Exception {
        try {
            return fetching.fetch(id, this::take);
        } catch (HubException e) {
            if (e.kind() == FailureKind.REJECTED) {
                left.add(id);
            }
            throw e;
        }
    }

    private void take(Letter letter) throws Exception {
        if (letter.sealed()) {
            throw staying(letter, XtaFailures.sealed());
        }
        Incoming incoming = parts.incoming(procedure, letter.id(), letter.content());
        if (parts.tooLarge(incoming)) {
            throw staying(letter, XtaFailures.tooLarge());
        }
        handOver(incoming);
    }

    /** Journals why a message is refused that the hub cannot keep. */
    private HubException staying(Letter letter, HubException why) throws Exception {
        refuse(why, () -> Incoming.xml(procedure, letter.id(), new byte[0]));
        return why;
    }
}
