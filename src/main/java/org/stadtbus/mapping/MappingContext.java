package org.stadtbus.mapping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;

/**
 * What a stylesheet may know besides the input, its parameter {@code envelope}. The same input and context always give
 * the same bytes: no clock and no random number is read.
 *
 * @param messageId UUID of the message to be produced
 * @param parentMessageId UUID of the message it is made of
 * @param journeyId UUID of the journey
 * @param service LeiKa key; empty when unknown
 * @param channel how the application came in
 * @param createdAt when the hub took the application in; {@code current-dateTime()} in the stylesheet is this instant too
 * @param businessKey key a clerk knows; absent until known
 * @param replyTo what the sender calls the case, on his channel; absent when he asks for the state himself
 * @param attachments files that belong to the message
 */
public record MappingContext(
        String messageId,
        String parentMessageId,
        String journeyId,
        String service,
        String channel,
        Instant createdAt,
        @Nullable String businessKey,
        @Nullable String replyTo,
        List<Attachment> attachments) {

    public MappingContext {
        attachments = List.copyOf(attachments);
    }

    /** The context for a message made of the parent. */
    public static MappingContext of(Envelope parent, String producedMessageId) {
        return new MappingContext(
                producedMessageId,
                parent.messageId(),
                parent.journeyId(),
                parent.service(),
                parent.channel(),
                parent.createdAt(),
                parent.businessKey(),
                parent.replyTo(),
                parent.attachments());
    }
}
