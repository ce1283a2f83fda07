package org.stadtbus.connector.enaio;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;

/**
 * A multipart/form-data body of metadata and one file, streamed and with its length known beforehand (RFC 7578).
 *
 * @param boundary line between the parts; must not occur in the file, so it is made of a random UUID
 * @param metadata JSON of the part {@code data}
 * @param cid name of the file's part
 * @param contentType media type of the file
 */
record Multipart(String boundary, String metadata, String cid, String contentType) {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+(; ?[\\w-]+=[\\w.-]+)*");

    /** The given media type where it is one, else that of any bytes: what a sender wrote never reaches a header unseen. */
    static String mediaType(String given) {
        return MEDIA_TYPE.matcher(given).matches() ? given : "application/octet-stream";
    }

    String header() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /**
     * The body, to be sent once.
     *
     * @param size exact number of bytes of the stream
     */
    BodyPublisher body(InputStream bytes, long size) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"data\"\r\n"
                + "Content-Type: application/json; charset=UTF-8\r\n\r\n" + metadata + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + cid + "\"; filename=\"" + cid + "\"\r\nContent-Type: "
                + contentType + "\r\n\r\n";
        BodyPublisher file = size == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> bytes), size);
        return BodyPublishers.concat(
                BodyPublishers.ofString(head), file, BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }
}
