package org.stadtbus.connector.mail.demail;

import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The {@code X-de-mail-*} header fields of a mail (BSI TR-01201 part 3.3, section 3.1): names in any case, of fields of one name the
 * topmost counts.
 */
final class DeMailHeader {
    private static final String PREFIX = "x-de-mail-";
    /** Fields that every message carries, whatever its type (TR-01201 part 3.3, table 1). */
    private static final List<String> REQUIRED = List.of("sender", "message-id", "message-type", "integrity");

    private final Map<String, String> fields;

    private DeMailHeader(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Reads the fields of a mail; there are none when it is no De-Mail. */
    static DeMailHeader of(Message mail) throws MessagingException {
        Map<String, String> fields = new TreeMap<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                fields.putIfAbsent(
                        name.substring(PREFIX.length()),
                        MimeUtility.unfold(header.getValue()).strip());
            }
        }
        return new DeMailHeader(fields);
    }

    /** A field without its prefix, e.g. {@code auth-level}; empty when it is missing or says nothing. */
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    /** A required field that is missing; empty when the mail has them all. */
    Optional<String> missing() {
        return REQUIRED.stream().filter(name -> field(name).isEmpty()).findFirst();
    }

    /** The type of the message, e.g. {@code normal} or {@code confirmation of receipt}. */
    String type() {
        return field("message-type").orElse("").toLowerCase(Locale.ROOT);
    }

    /** The id the provider gave the message. */
    String messageId() {
        return field("message-id").orElse("");
    }

    /** All fields that count, a line for each. */
    byte[] lines() {
        return fields.entrySet().stream()
                .map(field -> "X-de-mail-" + field.getKey() + ": " + field.getValue() + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
