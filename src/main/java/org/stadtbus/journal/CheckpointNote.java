package org.stadtbus.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest checkpoint, noted in a file beside the hub's keys. Whoever cuts off the end of the chain together with its
 * checkpoints, or brings back an old state of the database, contradicts it.
 */
final class CheckpointNote {
    private static final String FILE = "journal-checkpoint.txt";

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointNote.class);
    private static final Pattern CONTENT = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})\\s*");

    private final Path file;

    private CheckpointNote(Path file) {
        this.file = file;
    }

    /** In this folder, the hub's keys'. */
    static CheckpointNote in(Path folder) {
        return new CheckpointNote(folder.resolve(FILE));
    }

    /** What is noted. */
    record Noted(long number, String hash) {}

    /** Notes a newer checkpoint. The journal does not depend on it, so that a full disk here stops nothing. */
    void note(Checkpoint newest) {
        try {
            if (read().filter(noted -> noted.number() >= newest.number()).isPresent()) {
                return;
            }
            Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".tmp");
            Files.writeString(
                    temporary,
                    newest.number() + " " + newest.hash() + "\n",
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Der Prüfpunkt {} des Journals ließ sich nicht in {} vermerken.", newest.number(), file, e);
        }
    }

    /** The note; empty when there is no file. */
    Optional<Noted> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Matcher content = CONTENT.matcher(Files.readString(file));
        if (!content.matches()) {
            throw new IOException(file + " holds no checkpoint");
        }
        return Optional.of(new Noted(Long.parseLong(content.group(1)), content.group(2)));
    }
}
