package org.stadtbus.intake;

import java.util.List;
import java.util.stream.Stream;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Ids;

/**
 * What a procedure hands in, or a source found at it.
 *
 * @param procedure id of the procedure in the catalogue
 * @param externalReference how people at the procedure call it: file name, message id of its transport; may be empty
 * @param duplicateKey the id its transport gave it, by which two equal messages are two, where its standard has no message id; empty: the
 *     same bytes are the same message. Other bytes under the same key are another message, never a repetition that is dropped
 * @param contentType media type of the bytes
 * @param extension file name extension of the bytes, without the dot
 * @param bytes the message as it came
 * @param attachments files that belong to it, in the vault under the procedure's drawer already
 */
public record Incoming(
        String procedure,
        String externalReference,
        String duplicateKey,
        String contentType,
        String extension,
        byte[] bytes,
        List<Attachment> attachments) {

    public Incoming {
        attachments = List.copyOf(attachments);
    }

    /** An XML message without attachments. */
    public static Incoming xml(String procedure, String externalReference, byte[] bytes) {
        return new Incoming(procedure, externalReference, "", "application/xml", "xml", bytes, List.of());
    }

    /** The same for a refusal: instead of its bytes, which nobody may go on with, the file in which they are kept. */
    Incoming keptAs(Attachment original) {
        List<Attachment> files =
                Stream.concat(attachments.stream(), Stream.of(original)).toList();
        return new Incoming(procedure, externalReference, duplicateKey, contentType, extension, new byte[0], files);
    }

    /** By this two messages of a procedure are the same, where their standard does not say it. */
    String identity() {
        return duplicateKey.isEmpty() ? content() : Ids.derived(duplicateKey, content());
    }

    /** By this they are the same whatever they are called: their bytes and those of their files. */
    public String content() {
        return content(Ids.sha256(bytes), attachments);
    }

    static String content(String own, List<Attachment> attachments) {
        return attachments.isEmpty()
                ? own
                : Ids.derived(Stream.concat(Stream.of(own), attachments.stream().map(Attachment::sha256))
                        .toArray(String[]::new));
    }
}
