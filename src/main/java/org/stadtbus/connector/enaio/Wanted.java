package org.stadtbus.connector.enaio;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stadtbus.envelope.Envelope;

/**
 * By what a document that is already in the eAkte is found.
 *
 * @param field internal name of the index data field
 * @param value what of the message stands in it
 */
record Wanted(String field, Value value) {

    /** What of a message an index data field may hold. */
    enum Value {
        /** The journey's id, as the hub's own filing leaves it. */
        VORGANG,
        /** The id of the message itself. */
        NACHRICHT,
        /** What the sender calls it. */
        REFERENZ,
        /** The file number. */
        AKTENZEICHEN,
        /** enaio's id of the document that the journey began with, see {@link ObjectReference}. */
        OBJEKT;

        private Optional<String> of(Envelope message) {
            return switch (this) {
                case VORGANG -> Optional.of(message.journeyId());
                case NACHRICHT -> Optional.of(message.messageId());
                case REFERENZ -> Optional.of(message.externalReference());
                case AKTENZEICHEN -> message.knownBusinessKey();
                case OBJEKT -> ObjectReference.idIn(message.externalReference());
            };
        }

        /** The value of this German name. */
        static Value named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    Wanted {
        Query.name(field);
    }

    /**
     * The search for a message.
     *
     * @param fields what the answer shows of each document
     * @throws org.stadtbus.envelope.HubException permanent when the message has nothing to search for
     */
    Query in(String type, List<String> fields, Envelope message) {
        String sought = value.of(message).filter(v -> !v.isBlank()).orElseThrow(EnaioFailures::nothingToSearchFor);
        return Query.of(fields, type, Map.of(field, sought));
    }
}
