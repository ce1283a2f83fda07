package org.stadtbus.connector.enaio;

import java.util.List;

/**
 * Where a message lies.
 *
 * @param caseId enaio's id of the case
 * @param documents enaio's ids of the documents, the message itself first
 */
record Receipt(String caseId, List<String> documents) {
    private static final int NAMED = 10;

    /** In a few words, e.g. {@code eAkte, 3 Schriftstücke (Vorgang 17: 18, 19, 20)}. */
    String text() {
        String ids = String.join(", ", documents.subList(0, Math.min(NAMED, documents.size())));
        return "eAkte, " + documents.size() + (documents.size() == 1 ? " Schriftstück" : " Schriftstücke")
                + " (Vorgang " + caseId + ": " + ids + (documents.size() > NAMED ? ", …" : "") + ")";
    }
}
