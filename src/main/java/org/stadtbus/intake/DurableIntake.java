package org.stadtbus.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.ServiceRoute;
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
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;

/** The intake on the broker: check, then message and journal event in one durable transaction. */
final class DurableIntake implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(DurableIntake.class);

    private final Broker broker;
    private final Catalogue catalogue;
    private final Standards standards;
    private final JournalQueries journal;
    private final ServiceGate gate;
    private final JourneyIds ids;
    private final IntakeProperties properties;
    private final Clock clock;

    DurableIntake(
            Broker broker,
            Catalogue catalogue,
            Standards standards,
            JournalQueries journal,
            ServiceGate gate,
            JourneyIds ids,
            IntakeProperties properties,
            Clock clock) {
        this.broker = broker;
        this.catalogue = catalogue;
        this.standards = standards;
        this.journal = journal;
        this.gate = gate;
        this.ids = ids;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Accepted accept(Application application) {
        try {
            byte[] form = checked(application);
            return store(application, form);
        } catch (HubException e) {
            if (e.kind() == FailureKind.REJECTED && !e.problemCode().equals("key-reused")) {
                refuse(new Refusal(
                        application.channel(),
                        application.externalReference(),
                        application.shownReference(),
                        application.service(),
                        e));
            }
            throw e;
        }
    }

    @Override
    public String journeyId(String channel, String externalReference) {
        return ids.of(channel, externalReference);
    }

    private byte[] checked(Application application) {
        ServiceRoute route = catalogue
                .findRoute(application.service())
                .orElseThrow(() -> HubException.rejected(
                        "unknown-service",
                        "Die Leistung " + application.service() + " bietet die Stadt hier nicht an."));
        gate.closedBecause(application.service()).ifPresent(why -> {
            throw new HubException(FailureKind.TRANSIENT, "service-closed", why);
        });
        if (application.test() && !properties.acceptTest()) {
            throw HubException.rejected(
                    "test-in-production",
                    "Die Nachricht ist als Test gekennzeichnet; dieses System ist kein Testsystem.");
        }
        String schema = route.formSchema(application.formSchema())
                .orElseThrow(() -> HubException.rejected(
                        "unknown-form",
                        "Die Formularversion " + application.formSchema() + " ist hier nicht bekannt."));
        byte[] form = CanonicalForm.of(application.form(), properties.maxForm().toBytes());
        if (standards.validate(schema, form) instanceof ValidationResult.Invalid invalid) {
            throw HubException.rejected(
                    "schema-violation",
                    "Die Formulardaten sind nicht vollständig oder nicht richtig: " + invalid.sentence());
        }
        return form;
    }

    private Accepted store(Application application, byte[] form) {
        Envelope envelope = envelope(application, application.formSchema());
        Message message = new Message(envelope, form);
        PayloadRef payload =
                new PayloadRef(Ids.sha256(form), form.length, envelope.contentType(), envelope.messageId() + ".json");
        Outbox outbox = new Outbox()
                .send(new Outgoing(Queues.intake(application.service()), message, envelope.messageId(), ""))
                .journal(
                        event(envelope, EventType.RECEIVED, "Antrag eingegangen.", JourneyState.RECEIVED, payload),
                        form);
        boolean fresh = broker.send(outbox);
        if (!fresh) {
            refuseReuse(envelope.journeyId(), payload);
        }
        return new Accepted(envelope.journeyId(), envelope.messageId(), !fresh);
    }

    /** Best effort, where the database answers: what was projected already is compared. The broker took it in only once anyway. */
    private void refuseReuse(String journeyId, PayloadRef payload) {
        if (otherPayloadKnown(journeyId, payload)) {
            throw HubException.rejected("key-reused", "Unter dieser Kennung ist schon ein anderer Antrag eingegangen.");
        }
    }

    private boolean otherPayloadKnown(String journeyId, PayloadRef payload) {
        try {
            return journal.steps(journeyId).stream()
                    .filter(s -> s.type() == EventType.RECEIVED)
                    .map(JournalQueries.Step::payload)
                    .anyMatch(p -> p != null && !p.sha256().equals(payload.sha256()));
        } catch (DataAccessException away) {
            LOG.warn("A repeated application of journey {} was not compared, the database is away", journeyId);
            return false;
        }
    }

    @Override
    public String refuse(Refusal refusal) {
        Envelope envelope = envelope(
                new Application(
                        refusal.channel(),
                        refusal.externalReference(),
                        refusal.shownReference(),
                        refusal.service(),
                        "",
                        new byte[0],
                        null,
                        false,
                        List.of()),
                "");
        broker.send(new Outbox()
                .journal(
                        event(envelope, EventType.REJECTED, refusal.reason().sentence(), JourneyState.REJECTED, null)));
        return envelope.journeyId();
    }

    private Envelope envelope(Application a, String type) {
        String journeyId = ids.of(a.channel(), a.externalReference());
        return new Envelope(
                Ids.application(journeyId),
                journeyId,
                a.service(),
                type,
                "application/json",
                "json",
                a.channel(),
                a.shownReference(),
                null,
                a.replyTo(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                a.test(),
                false,
                a.attachments().stream()
                        .sorted(Comparator.comparing(Attachment::id))
                        .toList());
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
