package org.stadtbus.standards;

import java.util.Arrays;
import java.util.Optional;

/** The datatypes of DIN 91379: which letters a text may hold. */
public enum Datatype {
    /** Names of natural persons. */
    A,
    /** Other names: places, streets with house numbers. */
    B,
    /** All normative letters. */
    C,
    /** Names of legal persons and products, also with letters that are not normative. */
    D,
    /** All letters of the norm, also Greek and Cyrillic. */
    E;

    /**
     * By its letter.
     *
     * @throws IllegalArgumentException with a German sentence when there is none
     */
    public static Datatype of(String code) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Den Datentyp »%s« kennt DIN 91379 nicht; es gibt A, B, C, D und E.".formatted(code)));
    }

    /** By the name of its type in the official schema, e.g. {@code datatypeA}. */
    static Optional<Datatype> ofSchema(String name) {
        return Arrays.stream(values())
                .filter(type -> name.equals("datatype" + type.name()))
                .findFirst();
    }
}
