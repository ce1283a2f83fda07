package org.stadtbus.connector.xta.provider;

import java.util.Objects;
import org.stadtbus.connector.xta.provider.ProviderSettings.Account;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.xta.meta.BusinessScenario;
import org.stadtbus.xta.meta.DeliveryAttributes;
import org.stadtbus.xta.meta.Destinations;
import org.stadtbus.xta.meta.MessageMetaData;
import org.stadtbus.xta.meta.MessageType;
import org.stadtbus.xta.meta.MsgIdentification;
import org.stadtbus.xta.meta.Originators;
import org.stadtbus.xta.meta.Qualifier;

/** Heads of the messages in a mailbox (OSCI message meta data 2.02). */
final class Heads {
    private static final String TYPES = "urn:de:stadtbus:nachrichtentypen";
    private static final String VERSION = "1.0";

    private final String author;

    /** @param author the hub's name as author */
    Heads(String author) {
        this.author = author;
    }

    MessageMetaData of(Envelope mail, Account reader) {
        MessageMetaData head = new MessageMetaData();
        head.deliveryAttributes = new DeliveryAttributes();
        head.deliveryAttributes.origin = mail.createdAt();
        head.originators = new Originators();
        head.originators.author = Parties.of(author);
        head.destinations = new Destinations();
        head.destinations.reader = Parties.of(reader.identifier());
        head.identification = new MsgIdentification();
        head.identification.messageId = MessageIds.uri(MessageIds.of(mail));
        head.qualifier = qualifier(mail, reader);
        head.test = mail.test();
        return head;
    }

    private static Qualifier qualifier(Envelope mail, Account reader) {
        Qualifier qualifier = new Qualifier();
        qualifier.subject = Objects.requireNonNullElse(mail.businessKey(), mail.journeyId());
        qualifier.service = reader.service();
        qualifier.businessScenario = new BusinessScenario();
        qualifier.businessScenario.undefined = type(mail);
        qualifier.messageType = new MessageType();
        qualifier.messageType.code = type(mail);
        qualifier.messageType.listUri = TYPES;
        qualifier.messageType.listVersion = VERSION;
        qualifier.messageType.payloadSchema = reader.payloadSchema();
        return qualifier;
    }

    private static String type(Envelope mail) {
        return mail.messageType().isEmpty() ? "unbekannt" : mail.messageType();
    }
}
