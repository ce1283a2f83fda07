package org.stadtbus.standards;

import java.util.List;
import java.util.Optional;

/**
 * What the hub needs to know of a message without knowing its standard; read by the XPaths of {@code config/standards}.
 *
 * @param type message type code, in XÖV {@code nachrichtentyp/code}, e.g. {@code 0201}
 * @param messageId the message's own id, in XÖV {@code nachrichtenUUID}
 * @param references ids of the messages this one answers, most telling first
 * @param caseIds ids of the case both sides repeat (XBau: UUID of the application or of the participation)
 * @param businessKey the sender's file number (Aktenzeichen), where given
 * @param author key of the authority that wrote it (XÖV: {@code autor/kennung}), where the standard has one
 * @param reader key of the authority that is to read it (XÖV: {@code leser/kennung}), where the standard has one
 * @param test true when the sender marks the message as a test
 */
public record MessageHeader(
        Optional<String> type,
        Optional<String> messageId,
        List<String> references,
        List<String> caseIds,
        Optional<String> businessKey,
        Optional<String> author,
        Optional<String> reader,
        boolean test) {

    /** Keeps copies of the lists. */
    public MessageHeader {
        references = List.copyOf(references);
        caseIds = List.copyOf(caseIds);
    }

    /** The header of a message whose format has none (JSON forms). */
    public static MessageHeader none() {
        return new MessageHeader(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
