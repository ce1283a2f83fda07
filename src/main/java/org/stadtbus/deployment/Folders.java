package org.stadtbus.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The integrator's folders, read once. All paths are below the home folder and use {@code /}. */
final class Folders {
    private static final Pattern YAML = Pattern.compile(".*\\.ya?ml");
    /** What a neighbour said, what goes into a mapping, what the demo sends: data, not settings. */
    private static final Pattern DATA =
            Pattern.compile("(connectors/[^/]+/sandbox|mappings/[^/]+/samples|routes/[^/]+/demo)/.*");

    private final Path home;
    private final List<YamlFile> yaml;
    private final List<Kamelet> kamelets;

    private Folders(Path home, List<YamlFile> yaml) {
        this.home = home;
        this.yaml = yaml;
        this.kamelets = of(FileKind.KAMELET).map(Kamelet::new).toList();
    }

    static Folders read(Path home) {
        YamlReader reader = new YamlReader(home);
        return new Folders(
                home,
                Stream.of("config", "connectors", "mappings", "routes")
                        .flatMap(top -> tree(home, top).stream())
                        .filter(path -> YAML.matcher(path).matches()
                                && !DATA.matcher(path).matches())
                        .toList()
                        .parallelStream()
                        .map(reader::read)
                        .toList());
    }

    Path home() {
        return home;
    }

    List<YamlFile> yaml() {
        return yaml;
    }

    Stream<YamlFile> of(FileKind kind) {
        return yaml.stream().filter(file -> file.is(kind));
    }

    Optional<YamlFile> file(String path) {
        return yaml.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    List<Kamelet> kamelets() {
        return kamelets;
    }

    Optional<Kamelet> kamelet(String name) {
        return kamelets.stream().filter(k -> k.fileName().equals(name)).findFirst();
    }

    boolean isFile(String path) {
        return Files.isRegularFile(home.resolve(path));
    }

    /** Every file below a folder, sorted; a folder that is not there holds none. */
    List<String> files(String folder) {
        return tree(home, folder);
    }

    /** Names of the folders directly below one, sorted. */
    List<String> folders(String parent) {
        Path dir = home.resolve(parent);
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(dir)) {
            return found.filter(Files::isDirectory)
                    .map(f -> String.valueOf(f.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of mappings: folders below {@code mappings} but for what they share. */
    List<String> mappings() {
        return folders("mappings").stream().filter(f -> !"common".equals(f)).toList();
    }

    /** Ids of official bundles, and the names of standards that leave the version to day and message. */
    Set<String> standards() {
        return of(FileKind.STANDARD)
                .flatMap(f -> Stream.of("id", "standard")
                        .map(name -> f.root().path(name).asText()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Ids of the forms' schemas with their files. */
    List<String> formSchemas() {
        return files("routes").stream()
                .filter(f -> f.matches("routes/[^/]+/[^/]+\\.schema\\.json"))
                .toList();
    }

    /** Ids of everything a message can be checked against. */
    Set<String> schemas() {
        return Stream.concat(standards().stream(), formSchemas().stream().map(Folders::schemaId))
                .collect(Collectors.toSet());
    }

    static String schemaId(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".schema.json".length());
    }

    private static List<String> tree(Path home, String folder) {
        Path dir = home.resolve(folder);
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(dir)) {
            return found.filter(Files::isRegularFile)
                    .map(f -> home.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
