package org.stadtbus.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;

/** Events of one journey, for tests; each a second after the one before. */
public final class Events {
    private final String journeyId;
    private final String service;
    private final String reference;
    private @Nullable String businessKey;
    private boolean unchecked;
    private boolean test;
    private String channel = "rest";
    private List<Attachment> attachments = List.of();
    private Instant now;

    private Events(String journeyId, String service, String reference, Instant start) {
        this.journeyId = journeyId;
        this.service = service;
        this.reference = reference;
        this.now = start;
    }

    /** A journey of this service that begins then. */
    public static Events journey(String service, String reference, Instant start) {
        return new Events(UUID.randomUUID().toString(), service, reference, start);
    }

    public Events businessKey(String key) {
        businessKey = key;
        return this;
    }

    public Events unchecked() {
        unchecked = true;
        return this;
    }

    public Events test() {
        test = true;
        return this;
    }

    public Events channel(String name) {
        channel = name;
        return this;
    }

    /** The next event comes this much later. */
    public Events after(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    public Events attachments(Attachment... files) {
        attachments = List.of(files);
        return this;
    }

    public String journeyId() {
        return journeyId;
    }

    /** Id of the journey's message of this type. */
    public String messageId(String messageType) {
        return Ids.derived(journeyId, messageType);
    }

    public ReceivedEvent event(EventType type, String messageType, String system, String sentence) {
        return event(type, messageType, system, sentence, null, null);
    }

    public ReceivedEvent state(EventType type, String messageType, String system, String sentence, JourneyState state) {
        return event(type, messageType, system, sentence, state, null);
    }

    public ReceivedEvent event(
            EventType type,
            String messageType,
            String system,
            String sentence,
            @Nullable JourneyState state,
            byte @Nullable [] payload) {
        now = now.plusSeconds(1);
        String extension = messageType.startsWith("urn:") ? "json" : "xml";
        String contentType = "application/" + extension;
        Envelope envelope = Envelope.builder(messageId(messageType), journeyId, now)
                .service(service)
                .messageType(messageType)
                .contentType(contentType)
                .extension(extension)
                .channel(channel)
                .externalReference(reference)
                .businessKey(businessKey)
                .test(test)
                .unchecked(unchecked)
                .attachments(attachments)
                .build();
        JournalEvent.PayloadRef ref = payload == null
                ? null
                : new JournalEvent.PayloadRef(
                        Ids.sha256(payload), payload.length, contentType, envelope.messageId() + "." + extension);
        return new ReceivedEvent(
                new JournalEvent(UUID.randomUUID().toString(), type, now, system, sentence, state, envelope, ref),
                payload);
    }
}
