package org.stadtbus.connector.xdomea;

import java.util.regex.Pattern;
import org.stadtbus.envelope.Attachment;

/**
 * The name by which an xdomea message names an attachment. It begins with a UUID (type {@code stringDateinameType}): the attachment's own
 * name where it does already, else the first 32 digits of its SHA-256 in the form of a UUID, a low line and its name. The mappings to
 * xdomea do the same ({@code mappings/common/xdomea.xsl}).
 */
final class FileReference {
    private static final Pattern BEGINS_WITH_UUID =
            Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}.*", Pattern.DOTALL);

    private FileReference() {}

    static String of(Attachment file) {
        return BEGINS_WITH_UUID.matcher(file.filename()).matches()
                ? file.filename()
                : uuid(file.sha256()) + "_" + file.filename();
    }

    private static String uuid(String sha256) {
        return sha256.replaceFirst("^(.{8})(.{4})(.{4})(.{4})(.{12}).*$", "$1-$2-$3-$4-$5");
    }
}
