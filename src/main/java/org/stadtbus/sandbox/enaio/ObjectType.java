package org.stadtbus.sandbox.enaio;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The two object types an operator sets up in enaio for the hub, with their index data fields. */
enum ObjectType {
    CASE(
            "Vorgang",
            "system:folder",
            Set.of("Aktenzeichen", "Aktenplanschluessel", "Leistung", "Titel", "Eingangsdatum", "StadtbusVorgang")),
    DOCUMENT(
            "Schriftstueck",
            "system:document",
            Set.of(
                    "Titel",
                    "Dokumentnummer",
                    "Ausgang",
                    "Nachrichtentyp",
                    "Dateiname",
                    "Datum",
                    "Groesse",
                    "Pruefsumme",
                    "StadtbusVorgang",
                    "StadtbusNachricht",
                    "StadtbusTeil"));

    private final String internalName;
    private final String baseType;
    private final Set<String> fields;

    ObjectType(String internalName, String baseType, Set<String> fields) {
        this.internalName = internalName;
        this.baseType = baseType;
        this.fields = fields;
    }

    String internalName() {
        return internalName;
    }

    String baseType() {
        return baseType;
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    static Optional<ObjectType> named(String name) {
        return Arrays.stream(values()).filter(t -> t.internalName.equals(name)).findFirst();
    }
}
