package org.stadtbus.sandbox.fitconnect;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What somebody wants to submit.
 *
 * @param service LeiKa key
 * @param formSchema schema URI the metadata names
 * @param data form data as it will be encrypted
 * @param tampering what shall go wrong on the way; empty for an honest submission
 */
public record Draft(String service, String formSchema, byte[] data, List<File> files, Set<Tampering> tampering) {

    /** A file that goes along; its bytes are read twice, for the hash and for the encryption. */
    public record File(String id, String filename, String contentType, String purpose, Supplier<InputStream> bytes) {

        /** A file that is in memory. */
        public static File of(String id, String filename, String contentType, String purpose, byte[] bytes) {
            return new File(id, filename, contentType, purpose, () -> new ByteArrayInputStream(bytes));
        }
    }

    /** What can go wrong between an honest form and the zustellpunkt. */
    public enum Tampering {
        /** Encrypted for a key the subscriber does not have. */
        WRONG_KEY,
        /** The metadata's hash of the first attachment is not that of the attachment. */
        ATTACHMENT_HASH,
        /** The metadata's hash of the data is not that of the data. */
        DATA_HASH,
        /** The first attachment's ciphertext is changed after encryption. */
        ATTACHMENT_CIPHERTEXT,
        /** The data is deflated before encryption ({@code zip: DEF}). */
        COMPRESSED,
        /** The metadata is JSON, but not what the metadata schema wants. */
        BROKEN_METADATA,
        /** Marked as a test by its sender. */
        TEST_MARK
    }

    /** An honest draft. */
    public static Draft of(String service, String formSchema, byte[] data, File... files) {
        return new Draft(service, formSchema, data, List.of(files), Set.of());
    }

    /** The same draft with something going wrong. */
    public Draft with(Tampering... wrong) {
        return new Draft(service, formSchema, data, files, Set.of(wrong));
    }
}
