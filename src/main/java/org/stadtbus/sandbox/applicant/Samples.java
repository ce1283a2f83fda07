package org.stadtbus.sandbox.applicant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.stadtbus.sandbox.Json;

/** The sample applications: one file each in {@code antraege/}, all variations of {@code grundantrag.json}. */
public final class Samples {
    private static final String BASE = "/org/stadtbus/sandbox/grundantrag.json";
    private static final String FOLDER = "/org/stadtbus/sandbox/antraege/";
    private static final String ENDING = ".json";

    private Samples() {}

    /** The form all samples vary. */
    public static ObjectNode baseForm() {
        return (ObjectNode) Json.read(text(Samples.class.getResource(BASE)));
    }

    /** All samples in the order of their names. */
    public static List<Sample> all() {
        ObjectNode base = baseForm();
        return names().stream()
                .map(name ->
                        Sample.read(name, Json.read(text(Samples.class.getResource(FOLDER + name + ENDING))), base))
                .toList();
    }

    private static List<String> names() {
        try {
            URI folder =
                    Objects.requireNonNull(Samples.class.getResource(FOLDER)).toURI();
            if (!folder.getScheme().equals("jar")) {
                return names(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return names(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A resource has an address", e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    private static String text(URL resource) {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
