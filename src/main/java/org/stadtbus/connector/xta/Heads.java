package org.stadtbus.connector.xta;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.xta.meta.BusinessScenario;
import org.stadtbus.xta.meta.DeliveryAttributes;
import org.stadtbus.xta.meta.Destinations;
import org.stadtbus.xta.meta.KeyCode;
import org.stadtbus.xta.meta.MessageMetaData;
import org.stadtbus.xta.meta.MessageType;
import org.stadtbus.xta.meta.MsgIdentification;
import org.stadtbus.xta.meta.Originators;
import org.stadtbus.xta.meta.Party;
import org.stadtbus.xta.meta.PartyIdentifier;
import org.stadtbus.xta.meta.Qualifier;

/** Heads of the messages the hub sends (OSCI message meta data 2.02); made of the message alone, so that a redo makes the same. */
final class Heads {
    private final XtaSettings account;
    private final Addressing addressing;
    private final UnaryOperator<String> keys;

    /** @param keys resolves a role to its key and leaves a key as it is; asked for each message */
    Heads(XtaSettings account, Addressing addressing, UnaryOperator<String> keys) {
        this.account = account;
        this.addressing = addressing;
        this.keys = keys;
    }

    static AttributedURIType uri(String id) {
        AttributedURIType uri = new AttributedURIType();
        uri.setValue(id);
        return uri;
    }

    static Party party(String name, String type) {
        PartyIdentifier identifier = new PartyIdentifier();
        identifier.value = name;
        identifier.type = type;
        Party party = new Party();
        party.identifier = identifier;
        return party;
    }

    MessageMetaData of(Envelope message, String id) {
        MessageMetaData head = new MessageMetaData();
        head.deliveryAttributes = new DeliveryAttributes();
        head.deliveryAttributes.origin = message.createdAt();
        head.originators = new Originators();
        head.originators.author = party(account.identifier(), account.identifierType());
        head.destinations = new Destinations();
        head.destinations.reader = party(keys.apply(addressing.reader()), account.identifierType());
        head.identification = new MsgIdentification();
        head.identification.messageId = uri(id);
        head.qualifier = qualifier(message);
        head.test = message.test();
        return head;
    }

    private Qualifier qualifier(Envelope message) {
        Qualifier qualifier = new Qualifier();
        qualifier.subject = Objects.requireNonNullElse(message.businessKey(), message.journeyId());
        qualifier.service = addressing.service();
        qualifier.businessScenario = new BusinessScenario();
        if (addressing.scenarioList().isEmpty()) {
            qualifier.businessScenario.undefined = addressing.scenario();
        } else {
            qualifier.businessScenario.defined = code(new KeyCode(), addressing.scenario(), addressing.scenarioList());
        }
        String type = addressing.messageType().isEmpty() ? message.messageType() : addressing.messageType();
        qualifier.messageType = code(new MessageType(), type, addressing.messageTypeList());
        qualifier.messageType.payloadSchema = addressing.payloadSchema();
        return qualifier;
    }

    private static <T extends KeyCode> T code(T code, String value, String list) {
        int version = list.lastIndexOf('#');
        code.code = value;
        code.listUri = version < 0 ? list : list.substring(0, version);
        code.listVersion = version < 0 ? "1.0" : list.substring(version + 1);
        return code;
    }
}
