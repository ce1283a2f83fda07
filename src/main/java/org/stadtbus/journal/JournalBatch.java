package org.stadtbus.journal;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.stadtbus.envelope.HubException;

/**
 * The events of one transacted receive. An event that can never be projected (unreadable, or refused by the database for its
 * content) is put aside on {@code <queue>.unreadable}, in the same transaction, instead of holding up the journal for ever.
 */
final class JournalBatch {
    private static final Logger LOG = LoggerFactory.getLogger(JournalBatch.class);
    private static final int MOST = 1000;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final long GAP_MILLIS = 20;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Session session;
    private final JournalCodec codec;
    private final String aside;
    private final List<Item> items = new ArrayList<>();
    private long payloadBytes;

    private record Item(JournalWire.Line line, ReceivedEvent event) {}

    JournalBatch(Session session, JournalCodec codec, String queue) {
        this.session = session;
        this.codec = codec;
        this.aside = queue + ".unreadable";
    }

    /**
     * Waits for a first message, then takes what comes until nothing came for 20 ms, for 250 ms at most: the database does much of
     * its work for each commit, not for each event. False when none came.
     */
    boolean gather(MessageConsumer consumer, long waitMillis) throws JMSException {
        Message first = consumer.receive(waitMillis);
        if (first == null) {
            return false;
        }
        long end = System.nanoTime() + GATHER_NANOS;
        add(first);
        while (items.size() < MOST && payloadBytes < MOST_BYTES && System.nanoTime() < end) {
            Message next = consumer.receive(GAP_MILLIS);
            if (next == null) {
                break;
            }
            add(next);
        }
        return true;
    }

    private void add(Message wire) throws JMSException {
        List<JournalWire.Line> lines = JournalWire.read(wire);
        if (lines.isEmpty()) {
            putAside(wire, "it holds no events");
        }
        for (JournalWire.Line line : lines) {
            add(line);
        }
    }

    private void add(JournalWire.Line line) throws JMSException {
        try {
            byte[] payload = line.inlinePayload();
            items.add(new Item(line, new ReceivedEvent(codec.read(line.event()), payload)));
            payloadBytes += payload == null ? 0 : payload.length;
        } catch (HubException unreadable) {
            putAside(line, "it is no readable event");
            JournalGap.of(codec, line.event())
                    .ifPresent(gap -> items.add(new Item(line, new ReceivedEvent(gap, null))));
        }
    }

    /** Projects all; when the database refuses the content, one by one, to find the event it refuses. */
    void project(Projector projector) throws JMSException {
        try {
            projector.project(items.stream().map(Item::event).toList());
        } catch (DataIntegrityViolationException someContent) {
            for (Item item : items) {
                projectAlone(projector, item);
            }
        }
    }

    private void projectAlone(Projector projector, Item item) throws JMSException {
        try {
            projector.project(List.of(item.event()));
        } catch (DataIntegrityViolationException content) {
            putAside(item.line(), "the database refuses its content");
            tell(projector, JournalGap.of(item.event().event()));
        }
    }

    private void tell(Projector projector, JournalEvent gap) {
        try {
            projector.project(List.of(new ReceivedEvent(gap, null)));
        } catch (DataIntegrityViolationException alsoRefused) {
            LOG.error("Its journey could not be told: event {}", gap.eventId());
        }
    }

    private void putAside(JournalWire.Line line, String why) throws JMSException {
        putAside(JournalWire.write(session, List.of(line)), why);
    }

    private void putAside(Message wire, String why) throws JMSException {
        LOG.error("A journal message was put aside on {}: {}", aside, why);
        try (MessageProducer producer = session.createProducer(session.createQueue(aside))) {
            producer.send(wire);
        }
    }
}
