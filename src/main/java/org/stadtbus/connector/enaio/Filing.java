package org.stadtbus.connector.enaio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Message;
import org.stadtbus.vault.Vault;

/**
 * Files one message and its attachments, each exactly once.
 *
 * <p>enaio stores twice what it gets twice, so each filing first asks for what the journey already has. That is safe because the
 * deliveries of one journey follow each other (message group): nobody else files for this journey in between. An attempt whose answer was
 * lost is found by the next one.
 */
final class Filing {
    private final EnaioClient enaio;
    private final CaseFiles cases;
    private final Parts parts;
    private final String documentType;

    Filing(EnaioSettings settings, Vault vault) {
        this.enaio = new EnaioClient(new EnaioHttp(settings));
        this.cases = new CaseFiles(enaio, settings.caseType());
        this.parts = new Parts(vault);
        this.documentType = settings.documentType();
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
        List<Map<String, String>> filed = filed(envelope);
        List<String> documents = new ArrayList<>();
        for (Part part : parts.of(message)) {
            documents.add(known(filed, envelope, part)
                    .orElseGet(() -> enaio.create(fields(caseId, envelope, part), part.content())));
        }
        return new Receipt(caseId, documents);
    }

    private List<Map<String, String>> filed(Envelope message) {
        return enaio.search(
                "SELECT " + String.join(", ", Fields.ID, Fields.MESSAGE, Fields.PART, Fields.SHA256) + " FROM "
                        + documentType + " WHERE " + Fields.JOURNEY + "=@vorgang",
                Map.of("vorgang", message.journeyId()));
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

    private Map<String, String> fields(String caseId, Envelope message, Part part) {
        Map<String, String> fields = new HashMap<>();
        fields.put(Fields.TYPE, documentType);
        fields.put(Fields.PARENT, caseId);
        fields.put(Fields.TITLE, part.title());
        fields.put(Fields.MESSAGE_TYPE, message.messageType());
        fields.put(Fields.FILE_NAME, part.content().fileName());
        fields.put(Fields.DATE, CaseFiles.date(message));
        fields.put(Fields.SIZE, Long.toString(part.content().size()));
        fields.put(Fields.SHA256, part.content().sha256());
        fields.put(Fields.JOURNEY, message.journeyId());
        fields.put(Fields.MESSAGE, message.messageId());
        fields.put(Fields.PART, part.id());
        return fields;
    }
}
