package org.stadtbus.sandbox.bauportal;

import java.time.Instant;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.stadtbus.xta.meta.BusinessScenario;
import org.stadtbus.xta.meta.DeliveryAttributes;
import org.stadtbus.xta.meta.Destinations;
import org.stadtbus.xta.meta.MessageMetaData;
import org.stadtbus.xta.meta.MessageType;
import org.stadtbus.xta.meta.MsgIdentification;
import org.stadtbus.xta.meta.Originators;
import org.stadtbus.xta.meta.Party;
import org.stadtbus.xta.meta.PartyIdentifier;
import org.stadtbus.xta.meta.Qualifier;

/** Heads of the applications the portal sends (OSCI message meta data 2.02). */
final class Heads {
    private Heads() {}

    static Party party(String name) {
        Party party = new Party();
        party.identifier = new PartyIdentifier();
        party.identifier.value = name;
        party.identifier.type = "xoev";
        return party;
    }

    static MessageMetaData of(String id) {
        MessageMetaData head = new MessageMetaData();
        head.deliveryAttributes = new DeliveryAttributes();
        head.deliveryAttributes.origin = Instant.now();
        head.originators = new Originators();
        head.originators.author = party(PortalAccount.PORTAL);
        head.destinations = new Destinations();
        head.destinations.reader = party(PortalAccount.HUB);
        head.identification = new MsgIdentification();
        head.identification.messageId = new AttributedURIType();
        head.identification.messageId.setValue(id);
        head.qualifier = qualifier();
        return head;
    }

    private static Qualifier qualifier() {
        Qualifier qualifier = new Qualifier();
        qualifier.service = "urn:xoev-de:xbau";
        qualifier.businessScenario = new BusinessScenario();
        qualifier.businessScenario.undefined = "Bauantrag";
        qualifier.messageType = new MessageType();
        qualifier.messageType.code = "0200";
        qualifier.messageType.listUri = "urn:xoev-de:xbau:codeliste:xbau-nachrichten";
        qualifier.messageType.listVersion = "4.0";
        qualifier.messageType.payloadSchema = "http://www.xleitstelle.de/xbau/2/6";
        return qualifier;
    }
}
