package org.stadtbus.connector.enaio;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.stadtbus.envelope.Envelope;

/** The eAkte's cases, one for each journey. */
final class CaseFiles {
    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");
    private static final int SHORT_ID = 8;

    private final EnaioClient enaio;
    private final String type;

    CaseFiles(EnaioClient enaio, String type) {
        this.enaio = enaio;
        this.type = type;
    }

    /**
     * The case of the message's journey, opened when there is none yet. A file number that arrives later replaces the one the hub made up,
     * never one that a message or a clerk gave.
     *
     * @return the case's id
     */
    String of(Envelope message) {
        List<Map<String, String>> found = enaio.search(
                "SELECT " + Fields.ID + ", " + Fields.FILE_NUMBER + " FROM " + type + " WHERE " + Fields.JOURNEY
                        + "=@vorgang",
                Map.of("vorgang", message.journeyId()));
        if (found.size() > 1) {
            throw EnaioFailures.severalCases();
        }
        if (found.isEmpty()) {
            return open(message);
        }
        Map<String, String> known = found.get(0);
        String id = Fields.value(known, Fields.ID);
        String number = fileNumber(message);
        boolean provisional = Fields.value(known, Fields.FILE_NUMBER).equals(provisional(message));
        if (provisional && !number.equals(provisional(message))) {
            enaio.change(id, Map.of(Fields.FILE_NUMBER, number));
        }
        return id;
    }

    private String open(Envelope message) {
        return enaio.create(Map.of(
                Fields.TYPE, type,
                Fields.FILE_NUMBER, fileNumber(message),
                Fields.SERVICE, message.service(),
                Fields.TITLE, (message.test() ? "Test: Leistung " : "Leistung ") + message.service(),
                Fields.RECEIVED, date(message),
                Fields.JOURNEY, message.journeyId()));
    }

    private static String fileNumber(Envelope message) {
        return message.knownBusinessKey().orElse(provisional(message));
    }

    private static String provisional(Envelope message) {
        String id = message.journeyId();
        return id.substring(0, Math.min(SHORT_ID, id.length()));
    }

    /** The day the hub took the message in, as the city's calendar counts. */
    static String date(Envelope message) {
        return LocalDate.ofInstant(message.createdAt(), CITY).toString();
    }
}
