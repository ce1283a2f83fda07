package org.stadtbus.connector.xta.provider;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stadtbus.connector.xta.provider.Sent.Letter;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Step;
import org.stadtbus.xta.ErrorList;
import org.stadtbus.xta.InfoList;
import org.stadtbus.xta.MessageStatus;
import org.stadtbus.xta.TransportRecord;
import org.stadtbus.xta.TransportReport;
import org.stadtbus.xta.WarnList;
import org.stadtbus.xta.meta.KeyCode;

/** What became of a message, from the journal; open (0) until the journal has seen it go on. */
final class Reports {
    private static final int OPEN = 0;
    private static final int GREEN = 1;
    private static final int YELLOW = 2;
    private static final int RED = 3;
    private static final Set<EventType> ON_ITS_WAY =
            Set.of(EventType.RECEIVED, EventType.ANSWERED, EventType.HANDED_OVER, EventType.DELIVERED, EventType.STATE);

    private final JournalQueries journal;
    private final String provider;
    private final Clock clock;

    Reports(JournalQueries journal, String provider, Clock clock) {
        this.journal = journal;
        this.provider = provider;
        this.clock = clock;
    }

    TransportReport of(Letter letter) {
        TransportReport report = new TransportReport();
        report.metaData = letter.head();
        report.reportTime = Instant.now(clock);
        report.serverIdentity = provider;
        report.status = status(steps(letter.messageId()));
        return report;
    }

    private List<Step> steps(String messageId) {
        return journal.message(messageId).map(Envelope::journeyId).stream()
                .flatMap(journey -> journal.steps(journey).stream())
                .filter(step -> step.messageId().equals(messageId))
                .toList();
    }

    private static MessageStatus status(List<Step> steps) {
        MessageStatus status = new MessageStatus();
        status.errors = new ErrorList();
        status.warnings = new WarnList();
        status.infos = new InfoList();
        for (Step step : steps) {
            switch (colour(step.type())) {
                case RED -> status.errors.records.add(line(step));
                case YELLOW -> status.warnings.records.add(line(step));
                default -> status.infos.records.add(line(step));
            }
        }
        status.status =
                steps.stream().mapToInt(step -> colour(step.type())).max().orElse(OPEN);
        return status;
    }

    private static int colour(EventType type) {
        if (type == EventType.REJECTED) {
            return RED;
        }
        if (type == EventType.CLEARING) {
            return YELLOW;
        }
        return ON_ITS_WAY.contains(type) ? GREEN : OPEN;
    }

    private static TransportRecord line(Step step) {
        TransportRecord line = new TransportRecord();
        line.timestamp = step.at();
        line.code = new KeyCode();
        line.code.code = step.type().name();
        line.code.listUri = "urn:de:stadtbus:ereignisse";
        line.code.listVersion = "1.0";
        line.reason = step.sentence();
        return line;
    }
}
