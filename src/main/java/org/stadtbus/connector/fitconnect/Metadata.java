package org.stadtbus.connector.fitconnect;

import java.util.List;

/**
 * What the sender says of a submission, opened and checked against the schema.
 *
 * @param serviceIdentifier {@code urn:de:fim:leika:leistung:<key>}; empty when the metadata name none
 * @param formSchema schema URI of the form data
 * @param formType media type of the form data
 * @param formHash SHA-512 of the form data, hex
 * @param test marked as a test
 */
record Metadata(
        String serviceIdentifier, String formSchema, String formType, String formHash, boolean test, List<File> files) {

    Metadata {
        files = List.copyOf(files);
    }

    /**
     * An attachment as announced in here.
     *
     * @param filename as the sender named it; the id when he did not
     * @param purpose what it is for in the sender's words; empty when unknown
     * @param hash SHA-512 of its plain bytes, hex
     */
    record File(String id, String filename, String contentType, String purpose, String hash) {}
}
