package org.stadtbus.connector;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the reader of a folder knows that a message lies there whole. */
public enum Completion {
    /** Its final name says so, or that it no longer changes. */
    NONE(""),
    /** An empty file {@code <name>.fertig} beside it, written last. */
    FLAG(".fertig"),
    /** A file {@code <name>.sha256} beside it, written last: a line for each file of the message, as GNU {@code sha256sum} writes it. */
    CHECKSUM(".sha256");

    private static final int SHA256_LETTERS = 64;
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

    private final String suffix;

    Completion(String suffix) {
        this.suffix = suffix;
    }

    /**
     * The way a Kamelet's property names.
     *
     * @param word {@code none}, {@code flag} or {@code checksum}
     */
    public static Completion of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Name of the file that says {@code name} is whole. */
    String marker(String name) {
        return name + suffix;
    }

    /** Whether this is such a file's name. */
    boolean isMarker(String name) {
        return this != NONE && name.endsWith(suffix);
    }

    /** The file that says a message is whole; empty where none is wanted. */
    Optional<DropFile> marker(String message, List<DropFile> files) {
        return switch (this) {
            case NONE -> Optional.empty();
            case FLAG -> Optional.of(DropFile.of(marker(message), new byte[0]));
            case CHECKSUM ->
                Optional.of(DropFile.of(
                        marker(message),
                        files.stream()
                                .map(file -> file.sha256() + "  " + file.name() + "\n")
                                .collect(Collectors.joining())
                                .getBytes(StandardCharsets.UTF_8)));
        };
    }

    /**
     * Every file a checksum file announces by name, in its order.
     *
     * @param sums content of the checksum file
     * @return name to lower-case hex
     */
    static Map<String, String> announced(String sums) {
        Map<String, String> files = new LinkedHashMap<>();
        sums.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> files.put(line.group(2), line.group(1).toLowerCase(Locale.ROOT)));
        return files;
    }

    /**
     * The digest a checksum file announces for a file: that of the line with its name, or of the only line where none has a name.
     *
     * @param sums content of the checksum file
     * @return lower-case hex; empty when it announces none
     */
    static Optional<String> announced(String sums, String name) {
        return sums.lines()
                .map(String::strip)
                .filter(line ->
                        line.length() == SHA256_LETTERS || line.endsWith(" " + name) || line.endsWith("*" + name))
                .map(line -> line.substring(0, Math.min(SHA256_LETTERS, line.length()))
                        .toLowerCase(Locale.ROOT))
                .filter(sum -> sum.matches("[0-9a-f]{64}"))
                .findFirst();
    }
}
