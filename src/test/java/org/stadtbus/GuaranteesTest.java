package org.stadtbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that docs/guarantees.md names as a proof is there, under that name. */
class GuaranteesTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:#(\\w+))?`");

    @Test
    void everyTestTheGuaranteesNameExists() throws IOException {
        Map<String, String> tests = tests();
        Set<String> missing = new TreeSet<>();
        Matcher named = NAMED.matcher(Files.readString(Path.of("docs/guarantees.md")));
        int count = 0;
        for (; named.find(); count++) {
            String source = tests.get(named.group(1));
            String method = named.group(2);
            if (source == null || (method != null && !source.contains(" " + method + "("))) {
                missing.add(named.group());
            }
        }

        assertThat(count).isPositive();
        assertThat(missing).isEmpty();
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }
}
