package org.stadtbus.standards;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the official files lie for tests: STADTBUS_STANDARDS (property or environment), else ../shared/standards. */
public final class OfficialStandards {

    private static final String NAME = "STADTBUS_STANDARDS";

    private OfficialStandards() {}

    /** The folder of official files; the calling test is skipped with a sentence where there is none, and fails in CI. */
    public static Path require() {
        Path folder = folder();
        boolean there = Files.isDirectory(folder.resolve("xbau-2.6"));
        String sentence =
                "The official files are not at %s; set %s to prove messages against them.".formatted(folder, NAME);
        if (!there && "true".equals(System.getenv("CI"))) {
            fail(sentence);
        }
        assumeTrue(there, sentence);
        return folder;
    }

    private static Path folder() {
        @Nullable String property = System.getProperty(NAME);
        @Nullable String named = property == null ? System.getenv(NAME) : property;
        return named == null || named.isBlank() ? Path.of("..", "shared", "standards") : Path.of(named);
    }
}
