package org.stadtbus.connector.enaio;

import java.util.List;
import java.util.Map;

/**
 * The documents in the eAkte that a clerk has marked for the hub. The mark is a value of an index data field; it is replaced by another
 * when the hub has the document, or has refused it.
 */
final class Outbox {
    private final EnaioClient enaio;
    private final String type;
    private final Mark mark;

    /**
     * How documents are marked.
     *
     * @param field internal name of the index data field
     * @param waiting what a clerk writes into it
     * @param taken what the hub writes when it has the document
     * @param refused what the hub writes when it does not want it
     */
    record Mark(String field, String waiting, String taken, String refused) {
        Mark {
            Query.name(field);
        }
    }

    /** @param type internal name of the object type for documents */
    Outbox(EnaioClient enaio, String type, Mark mark) {
        this.enaio = enaio;
        this.type = type;
        this.mark = mark;
    }

    /** Ids of the documents that wait, as enaio lists them. */
    List<String> waiting() {
        return enaio.search(Query.of(List.of(), type, Map.of(mark.field(), mark.waiting()))).stream()
                .map(document -> Fields.value(document, Fields.ID))
                .toList();
    }

    /** Notes at enaio that the hub has a document. */
    void taken(String id) {
        enaio.change(id, Map.of(mark.field(), mark.taken()));
    }

    /** Notes at enaio that the hub refused a document. */
    void refused(String id) {
        enaio.change(id, Map.of(mark.field(), mark.refused()));
    }
}
