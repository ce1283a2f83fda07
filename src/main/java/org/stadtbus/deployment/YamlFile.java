package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One YAML file as it was read.
 *
 * @param path below the home folder, with {@code /}
 * @param kind what it is; empty when the hub reads no such file
 * @param firstLine its first line, empty when it has none
 * @param root its content; missing when it cannot be read
 * @param marks the same content with line numbers; null when it cannot be read
 * @param faults why it cannot be read, and keys that are there twice
 */
record YamlFile(
        String path,
        Optional<FileKind> kind,
        String firstLine,
        JsonNode root,
        @Nullable Node marks,
        List<LintFinding> faults) {

    static YamlFile unreadable(String path, Optional<FileKind> kind, LintFinding why) {
        return new YamlFile(path, kind, "", MissingNode.getInstance(), null, List.of(why));
    }

    boolean is(FileKind wanted) {
        return kind.filter(wanted::equals).isPresent();
    }

    /** Name of the folder the file lies in. */
    String folder() {
        String[] parts = path.split("/", -1);
        return parts[parts.length - 2];
    }

    /** Path of the folder the file lies in. */
    String folderPath() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Line of the place a JSON pointer names, or of the nearest place around it; 0 when the file cannot be read. */
    int line(String pointer) {
        if (marks == null) {
            return 0;
        }
        Node node = marks;
        int line = node.getStartMark().getLine();
        for (String token :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            NodeTuple next = step(node, token.replace("~1", "/").replace("~0", "~"));
            if (next == null) {
                break;
            }
            node = next.getValueNode();
            line = next.getKeyNode().getStartMark().getLine();
        }
        return line + 1;
    }

    private static @Nullable NodeTuple step(Node node, String token) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .filter(t -> t.getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals(token))
                    .findFirst()
                    .orElse(null);
        }
        if (node instanceof SequenceNode sequence && token.matches("[0-9]{1,6}")) {
            int index = Integer.parseInt(token);
            List<Node> items = sequence.getValue();
            return index < items.size() ? new NodeTuple(items.get(index), items.get(index)) : null;
        }
        return null;
    }
}
