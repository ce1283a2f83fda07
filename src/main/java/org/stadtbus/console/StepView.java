package org.stadtbus.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.JournalEvent.PayloadRef;
import org.stadtbus.journal.JournalQueries.Step;

/**
 * One line of the time line as the screen shows it.
 *
 * @param newDay the date, on the first line of a day
 * @param files payload and attachments this line brings; each file is shown once, where it first appears
 */
record StepView(
        Instant at,
        @Nullable String newDay,
        EventType type,
        String system,
        String sentence,
        @Nullable JourneyState state,
        String messageId,
        String messageType,
        List<FileView> files) {

    /** A file somebody may open who has the role for it. */
    record FileView(String sha256, String name, String kind, long bytes) {
        public String size() {
            return FileSize.of(bytes);
        }
    }

    /** The whole time line. */
    static List<StepView> of(List<Step> steps, Names names) {
        List<StepView> views = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        String day = "";
        for (Step step : steps) {
            String today = GermanTime.day(step.at());
            views.add(new StepView(
                    step.at(),
                    today.equals(day) ? null : today,
                    step.type(),
                    names.system(step.system()),
                    step.sentence(),
                    step.state(),
                    step.messageId(),
                    step.messageType(),
                    files(step, shown)));
            day = today;
        }
        return views;
    }

    private static List<FileView> files(Step step, Set<String> shown) {
        List<FileView> files = new ArrayList<>();
        PayloadRef payload = step.payload();
        if (payload != null && shown.add(payload.sha256())) {
            files.add(new FileView(payload.sha256(), "Nutzdaten", kind(payload.contentType()), payload.size()));
        }
        for (Attachment a : step.attachments()) {
            if (shown.add(a.sha256())) {
                String name = a.purpose().isEmpty() ? "Anlage " + a.id() : a.purpose();
                files.add(new FileView(a.sha256(), name, kind(a.contentType()), a.size()));
            }
        }
        return files;
    }

    private static String kind(String contentType) {
        return switch (contentType.replaceAll(";.*", "").strip()) {
            case "application/json" -> "JSON";
            case "application/xml", "text/xml" -> "XML";
            case "application/pdf" -> "PDF";
            case "text/csv" -> "CSV";
            default -> contentType;
        };
    }

    public String time() {
        return GermanTime.second(at);
    }

    /** The first block of the message id; enough to tell two messages of one journey apart. */
    public String shortId() {
        return messageId.length() > 8 ? messageId.substring(0, 8) : messageId;
    }

    /** What the mark beside the line says: calm, good, waiting or bad. */
    public String mood() {
        return switch (type) {
            case DELIVERED, ANSWERED -> "good";
            case DELAYED -> "waiting";
            case CLEARING, REJECTED -> "bad";
            default -> "calm";
        };
    }
}
