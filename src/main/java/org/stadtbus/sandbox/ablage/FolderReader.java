package org.stadtbus.sandbox.ablage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A procedure that trusts checksum files only: it takes a message with its attachments when every line of {@code <name>.sha256} holds,
 * and moves what it took to its folder for done things.
 */
public final class FolderReader {
    private static final String SUMS = ".sha256";
    private static final int NAME_AT = 66;

    private final Path inbox;
    private final Path done;

    /** A reader of {@code inbox}; both folders are made. */
    public FolderReader(Path inbox, Path done) {
        this.inbox = inbox;
        this.done = done;
        try {
            Files.createDirectories(inbox);
            Files.createDirectories(done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes every message that is whole.
     *
     * @return names of the files taken, checksum files left out
     * @throws IllegalStateException when a checksum file lies there whose files are missing or others: the sender broke his promise
     */
    public List<String> take() {
        List<String> taken = new ArrayList<>();
        for (Path sums : sums()) {
            for (String line : lines(sums)) {
                String name = line.substring(NAME_AT);
                if (!line.startsWith(sha256(inbox.resolve(name)))) {
                    throw new IllegalStateException("Not what was announced: " + name);
                }
                move(inbox.resolve(name));
                taken.add(name);
            }
            move(sums);
        }
        return taken;
    }

    private List<Path> sums() {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(file -> file.toString().endsWith(SUMS)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void move(Path file) {
        try {
            Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
