package org.stadtbus.standards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** The official XJustiz schemas, installed as an operator does it. */
public final class InstalledXjustiz {
    static final Path CONFIG = Path.of("config");

    private InstalledXjustiz() {}

    /** Every standard of the project's, with the files of XJustiz 3.5.1 under the description the project ships. */
    public static Standards of(Path official) {
        Path installed = folder();
        install(CONFIG, installed, official.resolve("xjustiz/3.5.1"), official.resolve("xjustiz/eeb/351"));
        Standards standards = Standards.load(CONFIG, installed);
        if (!standards.installed("xjustiz-3.5.1")) {
            throw new IllegalStateException("XJustiz was not installed");
        }
        return standards;
    }

    /** XJustiz 3.4.1, which the project does not describe. */
    public static Standards older(Path official) {
        Path folder = folder();
        install(folder.resolve("config"), folder.resolve("standards"), official.resolve("xjustiz/eeb/341"));
        return Standards.load(folder.resolve("config"), folder.resolve("standards"));
    }

    static void install(Path config, Path installed, Path... files) {
        new Installer(config, installed)
                .add(new Installer.Request(
                        List.of(files), Optional.empty(), Optional.empty(), Validity.ALWAYS, List.of(), false));
    }

    static Path folder() {
        try {
            Path folder = Files.createTempDirectory("standards");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
