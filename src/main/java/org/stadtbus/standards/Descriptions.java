package org.stadtbus.standards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stadtbus.envelope.HubException;

/** The descriptions of official standards, {@code config/standards/<id>.yaml}. */
final class Descriptions {
    private static final String END = ".yaml";
    private static final String SCHEMA = "standard.schema.json";

    private final Path folder;
    private final SettingsFile<BundleDescription> reader = new SettingsFile<>(SCHEMA, BundleDescription.class);

    private Descriptions(Path folder) {
        this.folder = folder;
    }

    /** @param configDir the configuration folder */
    static Descriptions in(Path configDir) {
        return new Descriptions(configDir.resolve("standards"));
    }

    /** Where the description of this id lies or would lie. */
    Path file(String id) {
        return folder.resolve(id + END);
    }

    Optional<BundleDescription> find(String id) {
        return Optional.of(file(id)).filter(Files::isRegularFile).map(this::read);
    }

    /**
     * All of them, by file name.
     *
     * @throws HubException permanent with a sentence naming the file that is wrong
     */
    List<BundleDescription> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(END))
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a description where none is. */
    void write(BundleDescription description) {
        new SettingsWriter(SCHEMA).write(file(description.id()), description);
    }

    private BundleDescription read(Path file) {
        BundleDescription description = reader.read(file);
        if (!String.valueOf(file.getFileName()).equals(description.id() + END)) {
            throw HubException.permanent(
                    "settings-broken", "In »%s« muss die id dem Dateinamen gleichen.".formatted(file));
        }
        if ((description.family() == null) != (description.version() == null)) {
            throw HubException.permanent(
                    "settings-broken", "In »%s« gehören »standard« und »version« zusammen.".formatted(file));
        }
        return description;
    }
}
