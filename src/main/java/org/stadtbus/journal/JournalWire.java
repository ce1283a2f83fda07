package org.stadtbus.journal;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageEOFException;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How events travel on the journal queue: all events of one step in one message, or in as few as the broker takes. Property
 * {@value #EVENTS} has one event a line (the canonical JSON of {@link JournalCodec} has no line feed), the body as many parts as property {@code parts} says, one for each
 * payload that is not in the vault: number of its line, length, bytes.
 */
public final class JournalWire {
    /** The property with the events. */
    public static final String EVENTS = "events";

    private static final Logger LOG = LoggerFactory.getLogger(JournalWire.class);
    private static final String PARTS = "parts";
    /** Letters and bytes; below the client's limit from which a message is a file of its own at the broker. */
    private static final int MOST_TOGETHER = 80_000;

    private static final String BETWEEN = "\n";

    private JournalWire() {}

    /**
     * One line of a message.
     *
     * @param event JSON of the event, as {@link JournalCodec#write} makes it
     * @param inlinePayload bytes of the payload it announces; absent when it announces none or they are in the vault already
     */
    public record Line(String event, byte @Nullable [] inlinePayload) {}

    /**
     * The messages for these events, in their order. The broker writes properties in a piece into its journal, whose buffer takes
     * 490 KiB at two bytes a letter; one event alone is never larger than that (the intake sees to it).
     */
    public static List<BytesMessage> messages(Session session, List<Line> lines) throws JMSException {
        List<BytesMessage> messages = new ArrayList<>();
        List<Line> together = new ArrayList<>();
        long size = 0;
        for (Line line : lines) {
            if (!together.isEmpty() && size + size(line) > MOST_TOGETHER) {
                messages.add(write(session, together));
                together.clear();
                size = 0;
            }
            together.add(line);
            size += size(line);
        }
        if (!together.isEmpty()) {
            messages.add(write(session, together));
        }
        return messages;
    }

    private static long size(Line line) {
        byte[] payload = line.inlinePayload();
        return line.event().length() + (payload == null ? 0 : payload.length);
    }

    /** One message for these events. */
    static BytesMessage write(Session session, List<Line> lines) throws JMSException {
        BytesMessage wire = session.createBytesMessage();
        wire.setStringProperty(EVENTS, lines.stream().map(Line::event).collect(Collectors.joining(BETWEEN)));
        int parts = 0;
        for (int i = 0; i < lines.size(); i++) {
            byte[] payload = lines.get(i).inlinePayload();
            if (payload != null) {
                parts++;
                wire.writeInt(i);
                wire.writeInt(payload.length);
                wire.writeBytes(payload);
            }
        }
        // Artemis tells no length of an empty body that could be relied on
        wire.setIntProperty(PARTS, parts);
        return wire;
    }

    /** The texts of the events in what a message has as {@value #EVENTS}. */
    public static Stream<String> events(@Nullable String property) {
        return Stream.ofNullable(property).flatMap(text -> Stream.of(text.split(BETWEEN, -1)));
    }

    /** What this message holds; none when it is no message of the journal. */
    static List<Line> read(Message wire) throws JMSException {
        List<Line> lines = new ArrayList<>();
        if (wire instanceof BytesMessage body) {
            events(wire.getStringProperty(EVENTS)).forEach(event -> lines.add(new Line(event, null)));
            addPayloads(lines, body);
        }
        return lines;
    }

    private static void addPayloads(List<Line> lines, BytesMessage body) throws JMSException {
        try {
            body.reset();
            for (int parts = body.getIntProperty(PARTS); parts > 0; parts--) {
                int line = body.readInt();
                int length = body.readInt();
                if (length < 0 || length > body.getBodyLength()) {
                    throw new MessageEOFException("A part of a journal message is longer than the message");
                }
                byte[] payload = new byte[length];
                if (length > 0 && body.readBytes(payload) != length) {
                    throw new MessageEOFException("A part of a journal message is cut off");
                }
                lines.set(line, new Line(lines.get(line).event(), payload));
            }
        } catch (MessageEOFException | NumberFormatException | IndexOutOfBoundsException noPart) {
            LOG.debug("A message on the journal queue was not written by the hub", noPart);
            lines.clear();
        }
    }
}
