package org.stadtbus.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A copy of the project's {@code config}, {@code connectors}, {@code mappings} and {@code routes} that a test changes. */
public record TestHome(Path folder) {

    public static TestHome copy(Path folder) {
        try {
            for (String part : List.of("config", "connectors", "mappings", "routes")) {
                FileSystemUtils.copyRecursively(Path.of(part), folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestHome(folder);
    }

    /** Writes a file. */
    public TestHome file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Replaces a part of a file that is there. */
    public TestHome replace(String path, String part, String by) {
        try {
            String text = Files.readString(folder.resolve(path));
            if (!text.contains(part)) {
                throw new IllegalArgumentException(path + " holds no " + part);
            }
            return file(path, text.replace(part, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
