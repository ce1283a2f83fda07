package org.stadtbus.sandbox.xta;

import jakarta.xml.bind.JAXB;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.meta.MessageMetaData;

/** Messages in folders: what was sent, what waits in the mailbox, what was fetched. A message is its head and its content. */
final class Post {
    private static final String HEAD = ".kopf.xml";
    private static final String CONTENT = ".inhalt.xml";

    private final Path folder;

    Post(Path folder) {
        this.folder = folder;
        try {
            for (String part : List.of("gesendet", "postfach", "abgeholt")) {
                Files.createDirectories(folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a message; the head last, so that what has a head is whole. */
    void keep(String part, String name, MessageMetaData head, GenericContentContainer content) {
        write(part, name + CONTENT, content);
        write(part, name + HEAD, head);
    }

    private void write(String part, String file, Object xml) {
        StringWriter text = new StringWriter();
        JAXB.marshal(xml, text);
        Disk.write(folder.resolve(part).resolve(file), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    Optional<MessageMetaData> head(String part, String name) {
        return read(part, name + HEAD, MessageMetaData.class);
    }

    Optional<GenericContentContainer> content(String part, String name) {
        return read(part, name + CONTENT, GenericContentContainer.class);
    }

    private <T> Optional<T> read(String part, String file, Class<T> type) {
        Path path = folder.resolve(part).resolve(file);
        return Files.exists(path) ? Optional.of(JAXB.unmarshal(path.toFile(), type)) : Optional.empty();
    }

    /** Names of whole messages, in order. */
    List<String> names(String part) {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(HEAD))
                    .map(name -> name.substring(0, name.length() - HEAD.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void move(String from, String to, String name) {
        try {
            for (String end : List.of(CONTENT, HEAD)) {
                Path file = folder.resolve(from).resolve(name + end);
                if (Files.exists(file)) {
                    Files.move(file, folder.resolve(to).resolve(name + end), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
