package org.stadtbus.sandbox.applicant;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.Json;

/** What was sent so far, on disk: a second start goes on where the first was. */
public final class SentLog {
    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * @param reference submission id, Idempotency-Key or message id of XTA
     * @param caseId case at FIT-Connect or at the building portal; empty for REST
     * @param submitted false while only the ids are known
     */
    record Entry(String reference, String caseId, boolean submitted) {}

    /** @param file of this log, made with its first entry */
    public SentLog(Path file) {
        this.file = file;
        for (String line : Disk.lines(file)) {
            JsonNode json = Json.read(line);
            entries.put(
                    json.path("sample").asText(),
                    new Entry(
                            json.path("reference").asText(),
                            json.path("case").asText(),
                            json.path("submitted").asBoolean()));
        }
    }

    /**
     * Sends what has not been sent yet.
     *
     * @param send gives the reference of what it sent; a failure leaves no entry
     * @return the reference it was sent under
     */
    public synchronized String once(String sample, Supplier<String> send) {
        return find(sample)
                .orElseGet(() -> put(sample, new Entry(send.get(), "", true)))
                .reference();
    }

    synchronized Optional<Entry> find(String sample) {
        return Optional.ofNullable(entries.get(sample));
    }

    synchronized Entry put(String sample, Entry entry) {
        Disk.append(
                file,
                Json.object()
                        .put("sample", sample)
                        .put("reference", entry.reference())
                        .put("case", entry.caseId())
                        .put("submitted", entry.submitted())
                        .toString());
        entries.put(sample, entry);
        return entry;
    }
}
