package org.stadtbus.console;

import java.time.Instant;
import java.util.ArrayList;
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
 * @param files payload and attachments this line brings; each file is shown once, where it first appears
 * @param earlier delays before this one that say the same of the same message, oldest first
 */
record StepView(
        Instant at,
        EventType type,
        String systemId,
        String system,
        String sentence,
        @Nullable JourneyState state,
        String messageId,
        String messageType,
        List<FileView> files,
        List<StepView> earlier) {
    private static final int SHORT = 8;

    /** A file somebody may open who has the role for it. */
    record FileView(String sha256, String name, String kind, long bytes) {
        public String size() {
            return FileSize.of(bytes);
        }
    }

    /**
     * @param shown addresses of the files that appeared before; grows by those of this step
     */
    static StepView of(Step step, Names names, Set<String> shown) {
        return new StepView(
                step.at(),
                step.type(),
                step.system(),
                names.system(step.system()),
                step.sentence(),
                step.state(),
                step.messageId(),
                step.messageType(),
                files(step, shown),
                List.of());
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

    /** This delay with one more before it. */
    StepView after(StepView delay) {
        List<StepView> before = new ArrayList<>(delay.earlier);
        before.add(delay);
        return new StepView(
                at, type, systemId, system, sentence, state, messageId, messageType, files, List.copyOf(before));
    }

    /** When it began, e.g. {@code 08:00:12}. */
    public String time() {
        return GermanTime.second(began());
    }

    /** When it happened last; the same as {@link #time} for all but repeated delays. */
    public String until() {
        return GermanTime.second(at);
    }

    public Instant began() {
        return earlier.isEmpty() ? at : earlier.get(0).at;
    }

    /** The first block of the message id; enough to tell two messages of one journey apart. */
    public String shortId() {
        return messageId.length() > SHORT ? messageId.substring(0, SHORT) : messageId;
    }

    /** What the mark beside the line says: calm, good, waiting or bad. */
    public String mood() {
        return switch (type) {
            case DELIVERED, FETCHED, ANSWERED -> "good";
            case DELAYED, UNPROVEN -> "waiting";
            case CLEARING, REJECTED, UNDELIVERABLE -> "bad";
            default -> "calm";
        };
    }
}
