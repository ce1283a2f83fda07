package org.stadtbus.connector.mail.demail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider says of a message the hub sent (BSI TR-01201 part 3.3, table 12). The hub's message id comes back in
 * {@code X-de-mail-private-id}, which providers copy into their confirmations (section 3.1.17).
 *
 * @param type message type as the guideline names it
 * @param title the same for people, in German
 * @param original the hub's id of the message; empty when the provider does not name it
 * @param reason notification type, e.g. {@code unknown-recipient}; empty for confirmations
 * @param messageId the provider's id of the notice
 */
record Notice(String type, String title, String original, String reason, String messageId) {
    private static final String NAMESPACE = "urn:stadtbus:de-mail:bestaetigung:1.0";
    private static final Map<String, String> TITLES = Map.of(
            "confirmation of dispatch", "Versandbestätigung",
            "confirmation of receipt", "Eingangsbestätigung",
            "confirmation of retrieve", "Abholbestätigung",
            "malware-acknowledge", "Bestätigung über Schadsoftware",
            "malware-notification", "Meldung über Schadsoftware",
            "notification", "Meldung");

    /** The notice with this header; empty for messages that people write. */
    static Optional<Notice> of(DeMailHeader header) {
        return Optional.ofNullable(TITLES.get(header.type()))
                .map(title -> new Notice(
                        header.type(),
                        title,
                        header.field("private-id").orElse(""),
                        header.field("notification-type").orElse(""),
                        header.messageId()));
    }

    /** The answer: XML in the namespace {@value #NAMESPACE}. */
    byte[] xml() {
        Map<String, String> elements = new LinkedHashMap<>();
        elements.put("art", type);
        elements.put("zuNachricht", original);
        elements.put("grund", reason);
        elements.put("deMailKennung", messageId);
        return FlatXml.of(NAMESPACE, "bestaetigung", elements);
    }
}
