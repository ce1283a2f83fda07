package org.stadtbus.connector.xta.provider;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Envelope;

/**
 * XTA message ids of this provider: {@code urn:de:xta:messageid:stadtbus:} and a UUID. For mail the UUID is the hub's message id, with
 * the number of the replay behind it, so that a message that is sent again has an id of its own.
 */
final class MessageIds {
    static final String PREFIX = "urn:de:xta:messageid:stadtbus:";
    private static final Pattern MAIL = Pattern.compile(Pattern.quote(PREFIX) + "([0-9a-f-]{36})(?:~r([0-9]{1,6}))?");

    private MessageIds() {}

    /** A piece of mail: the hub's message id and which replay of it. */
    record Mail(String messageId, int replay) {}

    static String fresh() {
        return PREFIX + UUID.randomUUID();
    }

    /** The UUID of an id this provider gave; empty for any other. */
    static Optional<String> uuid(String id) {
        return mail(id).filter(mail -> mail.replay() == 0).map(Mail::messageId);
    }

    static String of(Envelope mail) {
        return PREFIX + mail.messageId() + mail.replayMark();
    }

    static Optional<Mail> mail(String id) {
        Matcher read = MAIL.matcher(id);
        if (!read.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Mail(read.group(1), read.group(2) == null ? 0 : Integer.parseInt(read.group(2))));
    }

    static AttributedURIType uri(String id) {
        AttributedURIType uri = new AttributedURIType();
        uri.setValue(id);
        return uri;
    }

    /** The text of an id; empty when it is absent. */
    static String text(@Nullable AttributedURIType id) {
        return id == null || id.getValue() == null ? "" : id.getValue().strip();
    }
}
