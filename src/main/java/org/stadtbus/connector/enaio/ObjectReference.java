package org.stadtbus.connector.enaio;

import java.util.Optional;

/** The external reference of what the hub fetched from the eAkte: {@code enaio <id>}. All messages of its journey carry it. */
final class ObjectReference {
    private static final String PREFIX = "enaio ";

    private ObjectReference() {}

    /** @param id enaio's id of the document */
    static String of(String id) {
        return PREFIX + id;
    }

    /** enaio's id in a reference; empty when the message came another way. */
    static Optional<String> idIn(String reference) {
        return Optional.of(reference)
                .filter(text -> text.startsWith(PREFIX))
                .map(text -> text.substring(PREFIX.length()));
    }
}
