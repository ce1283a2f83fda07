package org.stadtbus.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The label on a message: everything the hub must know without opening the payload. Immutable.
 *
 * @param messageId UUID of this message, kept through retries and replays
 * @param journeyId UUID of the journey it belongs to; not guessable
 * @param service LeiKa key of the service, 14 digits; empty while an answer is not yet joined to its journey
 * @param messageType what the payload is, e.g. {@code urn:stadtbus:form:bauantrag:1.0} or {@code baugenehmigung.antrag.0200}
 * @param contentType media type of the payload
 * @param extension file name extension of the payload without the dot
 * @param channel how the application came in: {@code fit-connect}, {@code rest}, or the answering procedure's id
 * @param externalReference the sender's own id (submission id, Idempotency-Key, file name)
 * @param businessKey key a clerk knows (Aktenzeichen, Antragsnummer); absent until known
 * @param replyTo address on the channel for the reply (FIT-Connect case id); absent when the sender asks for the state himself
 * @param createdAt when the hub took the application in; part of every derived message, so that a redo gives equal bytes
 * @param test true for a message marked as a test by its sender
 * @param unchecked true once a message of this journey could not be checked because an official bundle is not installed
 * @param attachments files in the vault that belong to the message
 * @param replay how often a person sent this message, or the one it was made of, on its way again; 0 for never
 */
public record Envelope(
        String messageId,
        String journeyId,
        String service,
        String messageType,
        String contentType,
        String extension,
        String channel,
        String externalReference,
        @Nullable String businessKey,
        @Nullable String replyTo,
        Instant createdAt,
        boolean test,
        boolean unchecked,
        List<Attachment> attachments,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int replay) {

    public Envelope {
        attachments = List.copyOf(attachments);
    }

    /** An envelope that says nothing yet but whose message it is, and when it came. */
    public static EnvelopeBuilder builder(String messageId, String journeyId, Instant createdAt) {
        return new EnvelopeBuilder(messageId, journeyId, createdAt);
    }

    private EnvelopeBuilder copy() {
        return new EnvelopeBuilder(this);
    }

    /** The message that a mapping made of this one: same journey, own id. */
    public Envelope derived(String newMessageId, String newType, String newContentType, String newExtension) {
        return copy().messageId(newMessageId)
                .messageType(newType)
                .contentType(newContentType)
                .extension(newExtension)
                .build();
    }

    /** An answer joined to the journey it answers: it keeps its own id, type and payload, the rest comes from there. */
    public Envelope joined(Envelope journey, @Nullable String answerBusinessKey) {
        return copy().journeyId(journey.journeyId)
                .service(journey.service)
                .channel(journey.channel)
                .externalReference(journey.externalReference)
                .businessKey(answerBusinessKey == null ? journey.businessKey : answerBusinessKey)
                .replyTo(journey.replyTo)
                .test(journey.test)
                .unchecked(journey.unchecked)
                .build();
    }

    /**
     * What a procedure handed in, now the first message of a journey: it keeps its own id and payload.
     *
     * @param caseName what the procedure calls the case: where replies go
     * @param markedTest whether it says that it is a test
     */
    public Envelope begun(String newJourneyId, String itsService, String caseName, boolean markedTest) {
        return copy().journeyId(newJourneyId)
                .service(itsService)
                .replyTo(caseName)
                .test(markedTest)
                .createdAt(createdAt.truncatedTo(ChronoUnit.SECONDS))
                .build();
    }

    /** The same message, its type now read from the payload. */
    public Envelope typed(String readType) {
        return copy().messageType(readType).build();
    }

    /** The same message, its business key now known. */
    public Envelope keyed(String readBusinessKey) {
        return copy().businessKey(readBusinessKey).build();
    }

    /** The same message, known to be unchecked against the official schema. */
    public Envelope markedUnchecked() {
        return copy().unchecked(true).build();
    }

    /** The same message, sent on its way once more by a person. */
    public Envelope replayed() {
        return copy().replay(replay + 1).build();
    }

    /** What tells this replay from the others in keys and event ids, e.g. {@code ~r2}; empty for the first time. */
    public String replayMark() {
        return replay == 0 ? "" : "~r" + replay;
    }

    /** The same message without its attachments. */
    public Envelope withoutAttachments() {
        return copy().attachments(List.of()).build();
    }

    /** Whose key protects the payload in the vault: the service, or who sent it while it belongs to no service's journey. */
    public String drawer() {
        return service.isEmpty() ? channel : service;
    }

    /** The business key where one is known. */
    public Optional<String> knownBusinessKey() {
        return Optional.ofNullable(businessKey);
    }
}
