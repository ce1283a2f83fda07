package org.stadtbus.connector.fitconnect;

/**
 * The part of a submission something is said about.
 *
 * @param instance as a problem's {@code instance} names it
 * @param label as a German sentence begins
 */
record Part(String instance, String label) {
    static final Part SUBMISSION = new Part("submission", "Die Einreichung");
    static final Part METADATA = new Part("metadata", "Der Metadatensatz");
    static final Part DATA = new Part("data", "Der Fachdatensatz");

    static Part attachment(String id) {
        return new Part("attachment:" + id, "Die Anlage " + id);
    }
}
