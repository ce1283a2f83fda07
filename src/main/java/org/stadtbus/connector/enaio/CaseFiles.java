package org.stadtbus.connector.enaio;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stadtbus.envelope.Envelope;

/** The eAkte's cases: one for each journey, or those that other offices know by their file numbers. */
final class CaseFiles {
    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");
    private static final int SHORT_ID = 8;

    private final EnaioClient enaio;
    private final String type;
    private final String filePlanKey;
    private final Set<String> byFileNumber;

    /**
     * @param filePlanKey Aktenplanschlüssel under which messages without a file number are filed; empty for none
     * @param byFileNumber LeiKa keys of services whose file numbers are an authority's: what they bring goes into the case that has it
     */
    CaseFiles(EnaioClient enaio, String type, String filePlanKey, Set<String> byFileNumber) {
        this.enaio = enaio;
        this.type = type;
        this.filePlanKey = filePlanKey;
        this.byFileNumber = byFileNumber;
    }

    /**
     * The case of the message's journey, opened when there is none yet. Without a file number it is the case of the file plan key, where
     * the operator gave one; for a service whose file numbers are trusted it is the case with that number. A file number that arrives
     * later replaces the one the hub made up, never one that a message or a clerk gave.
     *
     * @return the case's id
     */
    String of(Envelope message) {
        Optional<Map<String, String>> journeyCase = journeyCase(message);
        if (journeyCase.isEmpty()) {
            return withoutOne(message);
        }
        Map<String, String> known = journeyCase.get();
        String id = Fields.value(known, Fields.ID);
        String number = fileNumber(message);
        boolean provisional = Fields.value(known, Fields.FILE_NUMBER).equals(provisional(message));
        if (provisional && !number.equals(provisional(message))) {
            enaio.change(id, Map.of(Fields.FILE_NUMBER, number));
        }
        return id;
    }

    private String withoutOne(Envelope message) {
        Optional<String> number = message.knownBusinessKey();
        if (number.isEmpty()) {
            return filePlanKey.isEmpty() ? open(message) : ofFilePlan();
        }
        return byFileNumber.contains(message.service()) ? ofFileNumber(number.get(), message) : open(message);
    }

    /** One at a time, as {@link #ofFilePlan}. */
    private synchronized String ofFileNumber(String number, Envelope message) {
        List<Map<String, String>> found = enaio.search(Query.of(List.of(), type, Map.of(Fields.FILE_NUMBER, number)));
        if (found.size() > 1) {
            throw EnaioFailures.severalFileNumberCases();
        }
        return found.stream()
                .findFirst()
                .map(known -> Fields.value(known, Fields.ID))
                .orElseGet(() -> open(message));
    }

    private Optional<Map<String, String>> journeyCase(Envelope message) {
        List<Map<String, String>> found =
                enaio.search(Query.of(List.of(Fields.FILE_NUMBER), type, Map.of(Fields.JOURNEY, message.journeyId())));
        if (found.size() > 1) {
            throw EnaioFailures.severalCases();
        }
        return found.stream().findFirst();
    }

    /** One at a time: two journeys of which each finds no case yet may not open two. */
    private synchronized String ofFilePlan() {
        List<Map<String, String>> found =
                enaio.search(Query.of(List.of(), type, Map.of(Fields.FILE_PLAN_KEY, filePlanKey)));
        if (found.size() > 1) {
            throw EnaioFailures.severalFilePlanCases();
        }
        return found.stream()
                .findFirst()
                .map(known -> Fields.value(known, Fields.ID))
                .orElseGet(() -> enaio.create(Map.of(
                        Fields.TYPE, type,
                        Fields.FILE_PLAN_KEY, filePlanKey,
                        Fields.TITLE, "Allgemeines Schriftgut " + filePlanKey)));
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
