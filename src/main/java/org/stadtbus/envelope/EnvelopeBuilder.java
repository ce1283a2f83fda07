package org.stadtbus.envelope;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an {@link Envelope} together, part by part; what is not given is empty, absent or false. Each part means what it means there. */
public final class EnvelopeBuilder {
    private String messageId;
    private String journeyId;
    private String service = "";
    private String messageType = "";
    private String contentType = "";
    private String extension = "";
    private String channel = "";
    private String externalReference = "";
    private @Nullable String businessKey;
    private @Nullable String replyTo;
    private Instant createdAt;
    private boolean test;
    private boolean unchecked;
    private List<Attachment> attachments = List.of();
    private int replay;

    EnvelopeBuilder(String messageId, String journeyId, Instant createdAt) {
        this.messageId = messageId;
        this.journeyId = journeyId;
        this.createdAt = createdAt;
    }

    EnvelopeBuilder(Envelope original) {
        this.messageId = original.messageId();
        this.journeyId = original.journeyId();
        this.service = original.service();
        this.messageType = original.messageType();
        this.contentType = original.contentType();
        this.extension = original.extension();
        this.channel = original.channel();
        this.externalReference = original.externalReference();
        this.businessKey = original.businessKey();
        this.replyTo = original.replyTo();
        this.createdAt = original.createdAt();
        this.test = original.test();
        this.unchecked = original.unchecked();
        this.attachments = original.attachments();
        this.replay = original.replay();
    }

    EnvelopeBuilder messageId(String value) {
        messageId = value;
        return this;
    }

    EnvelopeBuilder createdAt(Instant value) {
        createdAt = value;
        return this;
    }

    EnvelopeBuilder journeyId(String value) {
        journeyId = value;
        return this;
    }

    /** See {@link Envelope#service()}. */
    public EnvelopeBuilder service(String value) {
        service = value;
        return this;
    }

    /** See {@link Envelope#messageType()}. */
    public EnvelopeBuilder messageType(String value) {
        messageType = value;
        return this;
    }

    /** See {@link Envelope#contentType()}. */
    public EnvelopeBuilder contentType(String value) {
        contentType = value;
        return this;
    }

    /** See {@link Envelope#extension()}. */
    public EnvelopeBuilder extension(String value) {
        extension = value;
        return this;
    }

    /** See {@link Envelope#channel()}. */
    public EnvelopeBuilder channel(String value) {
        channel = value;
        return this;
    }

    /** See {@link Envelope#externalReference()}. */
    public EnvelopeBuilder externalReference(String value) {
        externalReference = value;
        return this;
    }

    /** See {@link Envelope#businessKey()}. */
    public EnvelopeBuilder businessKey(@Nullable String value) {
        businessKey = value;
        return this;
    }

    /** See {@link Envelope#replyTo()}. */
    public EnvelopeBuilder replyTo(@Nullable String value) {
        replyTo = value;
        return this;
    }

    /** See {@link Envelope#test()}. */
    public EnvelopeBuilder test(boolean value) {
        test = value;
        return this;
    }

    /** See {@link Envelope#unchecked()}. */
    public EnvelopeBuilder unchecked(boolean value) {
        unchecked = value;
        return this;
    }

    /** See {@link Envelope#attachments()}. */
    public EnvelopeBuilder attachments(List<Attachment> value) {
        attachments = value;
        return this;
    }

    EnvelopeBuilder replay(int value) {
        replay = value;
        return this;
    }

    /** The envelope. */
    public Envelope build() {
        return new Envelope(
                messageId,
                journeyId,
                service,
                messageType,
                contentType,
                extension,
                channel,
                externalReference,
                businessKey,
                replyTo,
                createdAt,
                test,
                unchecked,
                attachments,
                replay);
    }
}
