package org.stadtbus.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.envelope.Message;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalEvent.PayloadRef;
import org.stadtbus.pressure.Gate;

/** The intake on the broker: check, then message and journal event in one durable transaction. */
final class DurableIntake implements Intake {
    private final Broker broker;
    private final ApplicationCheck check;
    private final KnownApplications known;
    private final JourneyIds ids;
    private final Gate room;
    private final Clock clock;

    DurableIntake(
            Broker broker, ApplicationCheck check, KnownApplications known, JourneyIds ids, Gate room, Clock clock) {
        this.broker = broker;
        this.check = check;
        this.known = known;
        this.ids = ids;
        this.room = room;
        this.clock = clock;
    }

    @Override
    public Accepted accept(Application application) {
        room.requireRoom(application.service());
        try {
            byte[] form = check.form(application);
            return store(application, form);
        } catch (HubException e) {
            if (e.kind() == FailureKind.REJECTED) {
                journalRefusal(application, e);
            }
            throw e;
        }
    }

    /** Somebody waits for the answer at the REST door; the other channels ask again until the refusal is journalled. */
    private void journalRefusal(Application application, HubException why) {
        Refusal refusal = new Refusal(
                application.channel(),
                application.externalReference(),
                application.shownReference(),
                application.service(),
                why);
        if (application.channel().equals(Sender.CHANNEL)) {
            Refusals.journalled(this, refusal);
        } else {
            refuse(refusal);
        }
    }

    @Override
    public String journeyId(String channel, String externalReference) {
        return ids.of(channel, externalReference);
    }

    private Accepted store(Application application, byte[] form) {
        Envelope envelope = envelope(application, application.formSchema());
        EnvelopeSize.check(envelope);
        Message message = new Message(envelope, form);
        PayloadRef payload =
                new PayloadRef(Ids.sha256(form), form.length, envelope.contentType(), envelope.messageId() + ".json");
        String journeyId = envelope.journeyId();
        String fingerprint = KnownApplications.fingerprint(payload.sha256(), envelope.attachments());
        boolean remembered = known.remembers(journeyId, fingerprint);
        Outbox outbox = new Outbox()
                .send(new Outgoing(Queues.intake(application.service()), message, envelope.messageId(), ""))
                .journal(
                        event(envelope, EventType.RECEIVED, "Antrag eingegangen.", JourneyState.RECEIVED, payload),
                        form);
        boolean fresh = send(outbox, journeyId, remembered);
        if (!fresh && !remembered && !known.journalled(journeyId, fingerprint)) {
            throw new HubException(
                    FailureKind.TRANSIENT,
                    "key-in-use",
                    "Unter dieser Kennung ging schon eine Sendung ein; ob es dieselbe war, steht noch nicht fest.");
        }
        return new Accepted(journeyId, envelope.messageId(), !fresh);
    }

    private boolean send(Outbox outbox, String journeyId, boolean remembered) {
        boolean fresh = false;
        try {
            fresh = broker.send(outbox);
            return fresh;
        } finally {
            if (!fresh && !remembered) {
                known.forget(journeyId);
            }
        }
    }

    @Override
    public String refuse(Refusal refusal) {
        Envelope envelope = envelope(
                new Application(
                        refusal.channel(),
                        refusal.externalReference(),
                        refusal.shownReference(),
                        ApplicationCheck.isPrintable(refusal.service()) ? refusal.service() : "",
                        "",
                        new byte[0],
                        null,
                        false,
                        List.of()),
                "");
        broker.send(new Outbox().journal(refused(envelope, refusal.reason().sentence())));
        return envelope.journeyId();
    }

    /** What was taken in before stays as it is, whatever comes later under its reference. */
    private JournalEvent refused(Envelope envelope, String why) {
        boolean taken = known.isTakenIn(envelope.journeyId());
        return new JournalEvent(
                Ids.derived(envelope.messageId(), EventType.REJECTED.name(), why),
                EventType.REJECTED,
                Instant.now(clock),
                envelope.channel(),
                taken ? "Weitere Sendung unter derselben Kennung zurückgewiesen: " + why : why,
                taken ? null : JourneyState.REJECTED,
                envelope,
                null);
    }

    private Envelope envelope(Application a, String type) {
        String journeyId = ids.of(a.channel(), a.externalReference());
        return Envelope.builder(
                        Ids.application(journeyId),
                        journeyId,
                        Instant.now(clock).truncatedTo(ChronoUnit.SECONDS))
                .service(a.service())
                .messageType(type)
                .contentType("application/json")
                .extension("json")
                .channel(a.channel())
                .externalReference(a.shownReference())
                .replyTo(a.replyTo())
                .test(a.test())
                .attachments(a.attachments().stream()
                        .sorted(Comparator.comparing(Attachment::id))
                        .toList())
                .build();
    }

    private JournalEvent event(
            Envelope envelope, EventType type, String sentence, JourneyState state, @Nullable PayloadRef payload) {
        return new JournalEvent(
                Ids.derived(envelope.messageId(), type.name()),
                type,
                Instant.now(clock),
                envelope.channel(),
                sentence,
                state,
                envelope,
                payload);
    }
}
