package org.stadtbus.connector.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Processor;
import org.springframework.http.MediaType;
import org.stadtbus.connector.PostConsumer;
import org.stadtbus.connector.PostEndpoint;
import org.stadtbus.connector.References;
import org.stadtbus.intake.Incoming;

/** Fetches what the list names; a message is deleted at the procedure only when the hub has taken or refused it. */
final class HttpInboxConsumer extends PostConsumer {
    private final HttpInbox inbox;
    private final String procedure;
    private final int largest;

    /** @param largest message the hub takes, in bytes */
    HttpInboxConsumer(PostEndpoint endpoint, Processor processor, HttpInbox inbox, String procedure, int largest) {
        super(endpoint, processor, HttpInboxFailures::explain);
        this.inbox = inbox;
        this.procedure = procedure;
        this.largest = largest;
    }

    @Override
    protected int poll() throws Exception {
        return each(inbox.waiting(), this::take);
    }

    private boolean take(String entry) throws Exception {
        URI address = inbox.address(entry);
        Optional<HttpInbox.Found> found = inbox.fetch(address, largest);
        if (found.isEmpty()) {
            return false;
        }
        handOver(incoming(address.toString(), found.get()));
        inbox.delete(address);
        return true;
    }

    private Incoming incoming(String address, HttpInbox.Found found) {
        return new Incoming(
                procedure,
                References.of(address),
                address,
                found.contentType(),
                extension(found.contentType()),
                found.bytes(),
                List.of());
    }

    /** What a file of this media type is called: the subtype, or its suffix (RFC 6839). */
    private static String extension(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            String suffix = type.getSubtypeSuffix();
            return suffix != null ? suffix : type.getSubtype().replaceFirst("octet-stream", "bin");
        } catch (org.springframework.http.InvalidMediaTypeException unknown) {
            return "bin";
        }
    }
}
