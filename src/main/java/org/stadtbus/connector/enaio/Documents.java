package org.stadtbus.connector.enaio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stadtbus.envelope.Envelope;

/** Index data of the documents in the eAkte, as the hub writes and compares them. */
final class Documents {
    private static final List<String> COMPARED =
            List.of(Fields.PARENT, Fields.MESSAGE_TYPE, Fields.FILE_NAME, Fields.SHA256, Fields.MESSAGE, Fields.PART);

    private final EnaioClient enaio;
    private final String type;

    /** @param type internal name of the object type for documents */
    Documents(EnaioClient enaio, String type) {
        this.enaio = enaio;
        this.type = type;
    }

    /** The documents a message is about. */
    List<Map<String, String>> meant(Wanted wanted, Envelope message) {
        return enaio.search(wanted.in(type, COMPARED, message));
    }

    /**
     * The one document a message is about, whatever its type.
     *
     * @return enaio's id
     * @throws org.stadtbus.envelope.HubException permanent when there is none or more than one
     */
    String one(Wanted wanted, Envelope message) {
        List<Map<String, String>> found =
                meant(wanted, message).stream().filter(Documents::noAttachment).toList();
        if (found.size() > 1) {
            throw EnaioFailures.severalDocuments();
        }
        return found.stream()
                .findFirst()
                .map(document -> Fields.value(document, Fields.ID))
                .orElseThrow(EnaioFailures::noDocument);
    }

    /** True for a message the hub filed, and for what others filed. */
    static boolean noAttachment(Map<String, String> document) {
        return List.of("", Fields.PAYLOAD).contains(Fields.value(document, Fields.PART));
    }

    /** What the hub has filed for the journey. */
    List<Map<String, String>> filed(Envelope message) {
        return enaio.search(Query.of(COMPARED, type, Map.of(Fields.JOURNEY, message.journeyId())));
    }

    /** Files a part of a message. @return enaio's id of the new document */
    String file(String caseId, Envelope message, Part part) {
        Map<String, String> fields = new HashMap<>(describing(message, part));
        fields.put(Fields.TYPE, type);
        fields.put(Fields.PARENT, caseId);
        fields.put(Fields.TITLE, part.title());
        fields.put(Fields.MESSAGE_TYPE, message.messageType());
        fields.put(Fields.JOURNEY, message.journeyId());
        fields.put(Fields.MESSAGE, message.messageId());
        fields.put(Fields.PART, part.id());
        return enaio.create(fields, part.content());
    }

    /** Gives a document a part's content as its new version; by what it is found stays as it is. */
    void renew(String id, Envelope message, Part part) {
        enaio.renew(id, describing(message, part), part.content());
    }

    private static Map<String, String> describing(Envelope message, Part part) {
        return Map.of(
                Fields.FILE_NAME, part.content().fileName(),
                Fields.DATE, CaseFiles.date(message),
                Fields.SIZE, Long.toString(part.content().size()),
                Fields.SHA256, part.content().sha256());
    }
}
