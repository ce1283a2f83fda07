package org.stadtbus.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML twice: as Jackson gives it to the hub, and with line numbers. */
final class YamlReader {
    private final YAMLMapper mapper = new YAMLMapper();
    private final Path home;

    YamlReader(Path home) {
        this.home = home;
    }

    /** The file, readable or not. */
    YamlFile read(String path) {
        Optional<FileKind> kind = FileKind.of(path);
        try {
            String text = Files.readString(home.resolve(path));
            Node marks = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new java.io.StringReader(text));
            JsonNode root = mapper.readTree(text);
            List<LintFinding> faults = new ArrayList<>();
            twice(marks, path, faults, Collections.newSetFromMap(new IdentityHashMap<>()));
            return new YamlFile(path, kind, text.lines().findFirst().orElse(""), root, marks, faults);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            return unreadable(path, kind, line, e.getProblem());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return unreadable(path, kind, line, e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            return unreadable(path, kind, 0, "die Datei ist nicht in UTF-8 geschrieben");
        } catch (IOException | YAMLException e) {
            return unreadable(path, kind, 0, e.getMessage());
        }
    }

    private static YamlFile unreadable(String path, Optional<FileKind> kind, int line, @Nullable String why) {
        String sentence = "Bitte als YAML lesbar machen: " + String.valueOf(why).replace('\n', ' ');
        return YamlFile.unreadable(path, kind, new LintFinding(path, line, sentence));
    }

    private static void twice(@Nullable Node node, String path, List<LintFinding> faults, Set<Node> seen) {
        if (node == null || !seen.add(node)) {
            return;
        }
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> twice(item, path, faults, seen));
        } else if (node instanceof MappingNode mapping) {
            Set<String> keys = new HashSet<>();
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
                    faults.add(new LintFinding(
                            path,
                            key.getStartMark().getLine() + 1,
                            "Der Schlüssel »%s« steht zweimal; bitte einen der beiden Einträge löschen."
                                    .formatted(key.getValue())));
                }
                twice(entry.getValueNode(), path, faults, seen);
            }
        }
    }
}
