package org.stadtbus.connector.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;

/**
 * Files one message and its attachments, each exactly once.
 *
 * <p>enaio stores twice what it gets twice, so each filing first asks for what the journey already has. That is safe because the
 * deliveries of one journey follow each other (message group): nobody else files for this journey in between. An attempt whose answer was
 * lost is found by the next one.
 */
final class Filing implements Work {
    private final CaseFiles cases;
    private final Documents documents;
    private final Parts parts;

    Filing(CaseFiles cases, Documents documents, Parts parts) {
        this.cases = cases;
        this.documents = documents;
        this.parts = parts;
    }

    @Override
    public String perform(Message message) {
        return file(message).text();
    }

    /**
     * Files what is missing.
     *
     * @return the receipt: the same for every attempt that ends well
     * @throws org.stadtbus.envelope.HubException with the kind of failure; what was filed before stays and is found by the next attempt
     */
    Receipt file(Message message) {
        Envelope envelope = message.envelope();
        String caseId = cases.of(envelope);
        List<Map<String, String>> filed = documents.filed(envelope);
        List<String> ids = new ArrayList<>();
        for (Part part : parts.of(message)) {
            ids.add(known(filed, envelope, part).orElseGet(() -> documents.file(caseId, envelope, part)));
        }
        return new Receipt(caseId, ids);
    }

    private static Optional<String> known(List<Map<String, String>> filed, Envelope message, Part part) {
        return filed.stream()
                .filter(document -> same(document, message, part) || earlier(document, message, part))
                .map(document -> Fields.value(document, Fields.ID))
                .findFirst();
    }

    private static boolean same(Map<String, String> document, Envelope message, Part part) {
        return Fields.value(document, Fields.MESSAGE).equals(message.messageId())
                && Fields.value(document, Fields.PART).equals(part.id());
    }

    /** An attachment of another message of the journey with the same bytes. */
    private static boolean earlier(Map<String, String> document, Envelope message, Part part) {
        return part.attachment()
                && !Fields.value(document, Fields.MESSAGE).equals(message.messageId())
                && !Fields.value(document, Fields.PART).equals(Fields.PAYLOAD)
                && Fields.value(document, Fields.SHA256).equals(part.content().sha256());
    }
}
