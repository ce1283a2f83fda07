package org.stadtbus.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import org.stadtbus.sandbox.CityKeys;

/** Keys of 4096 bits take seconds to make; every city of a test run may have the same. */
final class SharedKeys {
    private static final Path KEYS = make();

    private SharedKeys() {}

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("stadtbus-keys");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            new CityKeys(folder).make();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copyTo(Path folder) {
        try {
            FileSystemUtils.copyRecursively(KEYS, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
