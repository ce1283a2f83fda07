package org.stadtbus.sandbox.fitconnect;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.Json;

/** The zustellpunkt's submissions: one folder each, on disk before anything is acknowledged. */
final class Submissions {
    /** Longer than an authentication tag. */
    private static final int END = 64;

    private final Path folder;
    private final Map<String, Submission> byId = new ConcurrentHashMap<>();

    Submissions(Path folder) {
        this.folder = folder;
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                found.map(f -> f.resolve("submission.json"))
                        .filter(Files::exists)
                        .map(f -> Submission.read(Json.read(f)))
                        .forEach(s -> byId.put(s.id(), s));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Optional<Submission> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Submission> ofCase(String caseId) {
        return byId.values().stream().filter(s -> s.caseId().equals(caseId)).findFirst();
    }

    /** What waits for the subscriber, in a stable order. */
    List<Submission> waiting(String destinationId) {
        return byId.values().stream()
                .filter(s -> s.state().equals("submitted") && s.destinationId().equals(destinationId))
                .sorted(Comparator.comparing(Submission::id))
                .toList();
    }

    List<Submission> all() {
        return List.copyOf(byId.values());
    }

    void save(Submission submission) {
        Disk.write(folder.resolve(submission.id()).resolve("submission.json"), Json.bytes(submission.json()));
        byId.put(submission.id(), submission);
    }

    /** Changes a submission while nobody else does. */
    synchronized Submission change(String id, UnaryOperator<Submission> change) {
        Submission changed = change.apply(find(id).orElseThrow());
        save(changed);
        return changed;
    }

    void saveAttachment(String id, String attachmentId, InputStream bytes) {
        Disk.write(attachment(id, attachmentId), bytes);
    }

    Path attachment(String id, String attachmentId) {
        return folder.resolve(id).resolve("attachments").resolve(attachmentId);
    }

    /** Authentication tags of a submission's attachments by id: what stands behind the last dot of each JWE. */
    Map<String, String> attachmentTags(Submission submission) {
        Map<String, String> tags = new TreeMap<>();
        submission.announced().forEach(id -> tags.put(id, EventCheck.tag(end(attachment(submission.id(), id)))));
        return tags;
    }

    private static String end(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(END, in.length())];
            in.seek(in.length() - end.length);
            in.readFully(end);
            return new String(end, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
