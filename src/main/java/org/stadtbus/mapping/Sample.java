package org.stadtbus.mapping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case below {@code samples/}: an input with the output or the refusal expected of it.
 *
 * @param mapping the mapping it belongs to
 * @param name name of the case
 * @param input file {@code <case>.in.*}
 */
record Sample(Mapping mapping, String name, Path input) {
    private static final String IN = ".in.";

    static List<Sample> of(Mapping mapping, Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().contains(IN))
                    .sorted()
                    .map(f -> new Sample(mapping, nameOf(f), f))
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf(IN));
    }

    /** File with the expected output; its extension is the mapping's. */
    Path output() {
        return sibling(".out." + mapping.description().output().extension());
    }

    /** The sentence the input must be refused with, if it must. */
    Optional<String> refusal() {
        return read(sibling(".rejected.txt")).map(String::strip);
    }

    /** Overrides of the fixed envelope as JSON, if there are any. */
    Optional<String> envelope() {
        return read(sibling(".envelope.json"));
    }

    private Path sibling(String suffix) {
        return input.resolveSibling(name + suffix);
    }

    private static Optional<String> read(Path file) {
        return Files.exists(file) ? Optional.of(text(file)) : Optional.empty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Bytes of a sample file; absent when it does not exist. */
    static byte @Nullable [] bytes(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
