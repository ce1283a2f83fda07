package org.stadtbus.connector.enaio;

/**
 * What becomes one document: the message itself or one attachment.
 *
 * @param id the attachment's id, or {@link Fields#PAYLOAD}
 * @param title what a clerk reads in the case
 * @param content the file
 */
record Part(String id, String title, Content content) {

    boolean attachment() {
        return !id.equals(Fields.PAYLOAD);
    }
}
