package org.stadtbus.connector.enaio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/**
 * Makes a message the new version of a document that is already in the eAkte, and its attachments those of the
 * journey's attachments of the same file name; an attachment that is not there yet is filed beside.
 *
 * <p>A version is made only of other bytes: the digest in the index data goes there with the content in one request, so that an attempt
 * whose answer was lost is recognised by the next one.
 */
final class Versioning implements Work {
    private final Documents documents;
    private final Parts parts;
    private final Wanted wanted;

    Versioning(Documents documents, Parts parts, Wanted wanted) {
        this.documents = documents;
        this.parts = parts;
        this.wanted = wanted;
    }

    /** @return the receipt, the same for every attempt that ends well */
    @Override
    public String perform(Message message) {
        Envelope envelope = message.envelope();
        Map<String, String> main = main(documents.meant(wanted, envelope), envelope);
        List<Map<String, String>> filed = documents.filed(envelope);
        for (Part part : parts.of(message)) {
            if (part.attachment()) {
                attachment(filed, part)
                        .ifPresentOrElse(
                                known -> renew(known, envelope, part),
                                () -> documents.file(Fields.value(main, Fields.PARENT), envelope, part));
            } else {
                renew(main, envelope, part);
            }
        }
        return "eAkte, Schriftstück " + Fields.value(main, Fields.ID) + " in der Fassung der Nachricht";
    }

    private void renew(Map<String, String> document, Envelope message, Part part) {
        if (!Fields.value(document, Fields.SHA256).equals(part.content().sha256())) {
            documents.renew(Fields.value(document, Fields.ID), message, part);
        }
    }

    /** The document the message itself is a version of: no attachment, and of the same type where it says one. */
    private static Map<String, String> main(List<Map<String, String>> meant, Envelope message) {
        return one(meant.stream()
                        .filter(Documents::noAttachment)
                        .filter(d -> List.of("", message.messageType()).contains(Fields.value(d, Fields.MESSAGE_TYPE)))
                        .toList())
                .orElseThrow(EnaioFailures::noDocument);
    }

    private static Optional<Map<String, String>> attachment(List<Map<String, String>> filed, Part part) {
        return one(filed.stream()
                .filter(d -> !Fields.value(d, Fields.PART).equals(Fields.PAYLOAD))
                .filter(d ->
                        Fields.value(d, Fields.FILE_NAME).equals(part.content().fileName()))
                .toList());
    }

    private static Optional<Map<String, String>> one(List<Map<String, String>> found) {
        if (found.size() > 1) {
            throw EnaioFailures.severalDocuments();
        }
        return found.stream().findFirst();
    }
}
