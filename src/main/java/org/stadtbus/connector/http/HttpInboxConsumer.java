package org.stadtbus.connector.http;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Processor;
import org.stadtbus.connector.PostConsumer;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * Fetches what the list names; a message is deleted at the procedure only when the hub has taken it, or has refused it and keeps it. One
 * that is too large to be kept stays there, and is not fetched again while the list names it.
 */
final class HttpInboxConsumer extends PostConsumer {
    private final HttpInbox inbox;
    private final Letters letters;
    private final Set<String> staying = new HashSet<>();

    HttpInboxConsumer(PostEndpoint endpoint, Processor processor, HttpInbox inbox, Letters letters) {
        super(endpoint, processor, HttpInboxFailures::explain);
        this.inbox = inbox;
        this.letters = letters;
    }

    @Override
    protected int poll() throws Exception {
        List<String> waiting = inbox.waiting();
        staying.retainAll(Set.copyOf(waiting));
        return each(waiting.stream().filter(entry -> !staying.contains(entry)).toList(), this::take);
    }

    private boolean take(String entry) throws Exception {
        URI address = inbox.address(entry);
        Optional<Letters.Letter> letter;
        try {
            letter = inbox.fetch(address, (type, body) -> letters.read(address, type, body));
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            refuse(e, () -> letters.unread(address));
            staying.add(entry);
            return false;
        }
        if (letter.isPresent()) {
            handOver(letter.get());
            inbox.delete(address);
        }
        return letter.isPresent();
    }

    private void handOver(Letters.Letter letter) throws Exception {
        if (letter.tooLarge()) {
            refuse(letters.intake().tooLarge(), letter::incoming);
        } else {
            handOver(letter.incoming());
        }
    }
}
