package org.stadtbus.connector.enaio;

import java.util.Map;

/** Internal names of the index data fields the operator sets up in enaio, see the connector's README. */
final class Fields {
    static final String ID = "system:objectId";
    static final String TYPE = "system:objectTypeId";
    static final String PARENT = "system:parentId";

    static final String FILE_NUMBER = "Aktenzeichen";
    static final String FILE_PLAN_KEY = "Aktenplanschluessel";
    static final String SERVICE = "Leistung";
    static final String TITLE = "Titel";
    static final String RECEIVED = "Eingangsdatum";

    static final String MESSAGE_TYPE = "Nachrichtentyp";
    static final String FILE_NAME = "Dateiname";
    static final String DATE = "Datum";
    static final String SIZE = "Groesse";
    static final String SHA256 = "Pruefsumme";

    /** Journey a case or document belongs to. */
    static final String JOURNEY = "StadtbusVorgang";
    /** Message a document came with. */
    static final String MESSAGE = "StadtbusNachricht";
    /** Which part of the message a document is: the attachment's id, or {@link #PAYLOAD}. */
    static final String PART = "StadtbusTeil";
    /** The part that is the message itself. */
    static final String PAYLOAD = "nachricht";

    private Fields() {}

    static String value(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
