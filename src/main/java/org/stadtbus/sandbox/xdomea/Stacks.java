package org.stadtbus.sandbox.xdomea;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtbus.sandbox.Disk;

/** What an archive keeps: the documents of each file or matter under their original names. */
record Stacks(Path folder) {

    /** Keeps an item's documents, all of which must be among the entries of the container. */
    void keep(Disposal.Item item, Map<String, byte[]> entries) {
        item.files()
                .forEach((name, original) -> Disk.write(
                        folder.resolve(item.id()).resolve(original), Objects.requireNonNull(entries.get(name))));
    }

    /** Original name to content; empty for an item it does not have. */
    Map<String, byte[]> documents(String id) {
        Path item = folder.resolve(id);
        if (!Files.exists(item)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(item)) {
            return files.collect(Collectors.toMap(file -> String.valueOf(file.getFileName()), Disk::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
