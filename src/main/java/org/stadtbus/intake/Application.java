package org.stadtbus.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Attachment;

/**
 * An application as a channel hands it in; attachments are in the vault already.
 *
 * @param channel {@code fit-connect} or {@code rest}
 * @param externalReference what makes it the same application when it comes again: submission id, or client + Idempotency-Key
 * @param shownReference the reference people search by (submission id, Idempotency-Key)
 * @param service LeiKa key
 * @param formSchema schema URI of the form data
 * @param form form data as received, JSON bytes in UTF-8
 * @param replyTo address for replies on the channel; absent when the sender asks for the state himself
 * @param test marked as a test by its sender
 * @param attachments files in the vault
 */
public record Application(
        String channel,
        String externalReference,
        String shownReference,
        String service,
        String formSchema,
        byte[] form,
        @Nullable String replyTo,
        boolean test,
        List<Attachment> attachments) {}
