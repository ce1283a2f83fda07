package org.stadtbus.sandbox.xdomea;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stadtbus.sandbox.Disk;

/** What an authority has said and heard by xdomea, each message a file. */
record Correspondence(Path folder) {

    /** Keeps what a container holds. */
    void heard(Map<String, byte[]> entries) {
        entries.forEach((name, bytes) -> Disk.write(folder.resolve(name), bytes));
    }

    /**
     * What it says; said again, it is what it was.
     *
     * @param name under which it is kept
     */
    String said(String name, Supplier<String> message) {
        Path kept = folder.resolve(name + ".xml");
        if (!Files.exists(kept)) {
            Disk.write(kept, message.get().getBytes(UTF_8));
        }
        return text(kept);
    }

    /**
     * A message of a process.
     *
     * @param number of its type, e.g. {@code 0505}
     */
    Optional<String> find(String process, String number) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName())
                            .matches(process + "_.*" + number + "(-[0-9a-f]+)?\\.xml"))
                    .findFirst()
                    .map(Correspondence::text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
