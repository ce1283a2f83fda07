package org.stadtbus.sandbox.egvp;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtbus.sandbox.Disk;

/** Packed messages in folders: what was sent, what waits in the mailbox, what was committed. */
final class Post {
    static final String SENT = "gesendet";
    static final String BOX = "postfach";
    static final String DONE = "abgeholt";
    private static final String ZIP = ".zip";

    private final Path folder;

    Post(Path folder) {
        this.folder = folder;
        try {
            for (String part : List.of(SENT, BOX, DONE)) {
                Files.createDirectories(folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(String part, String id, byte[] zip) {
        Disk.write(file(part, id), zip);
    }

    void keepHead(String id, Map<String, String> head) {
        try (StringWriter text = new StringWriter()) {
            Properties properties = new Properties();
            properties.putAll(head);
            properties.store(text, null);
            Disk.write(
                    folder.resolve(SENT).resolve(id + ".properties"),
                    text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> head(String id) {
        try {
            Properties head = new Properties();
            head.load(new StringReader(Files.readString(folder.resolve(SENT).resolve(id + ".properties"))));
            return head.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, head::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] zip(String part, String id) {
        try {
            return Files.readAllBytes(file(part, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String part, String id) {
        return names(part).contains(id);
    }

    /** Ids of whole messages, in order. */
    List<String> names(String part) {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ZIP))
                    .map(name -> name.substring(0, name.length() - ZIP.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void commit(String id) {
        try {
            Files.move(file(BOX, id), file(DONE, id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String part, String id) {
        return folder.resolve(part).resolve(id + ZIP);
    }
}
