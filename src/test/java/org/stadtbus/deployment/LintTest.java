package org.stadtbus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lint finds what would go wrong later, where it stands, and says what to do. Each case is one change to a good folder. */
class LintTest {
    private static final Path GOOD = Path.of("src/test/resources/lint/good");

    @TempDir
    Path home;

    @BeforeEach
    void copyTheGoodFolder() throws IOException {
        try (Stream<Path> files = Files.walk(GOOD)) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, home.resolve(GOOD.relativize(file))));
        }
    }

    @Test
    void goodFoldersHaveNoFinding() {
        LintResult result = Lint.run(home);
        assertThat(result.findings()).isEmpty();
        assertThat(result.summary())
                .isEqualTo("Alles in Ordnung: 13 Dateien, 1 Anschlüsse, 1 Abbildungen, 1 Linien, 2 Fachverfahren.");
    }

    @Test
    void theProjectsOwnFoldersHaveNoFinding() {
        assertThat(Lint.run(Path.of(".")).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.stadtbus.deployment.LintCases#all")
    void everyFaultIsFoundWhereItStands(LintCase broken) throws IOException {
        broken.breakIn(home);
        List<String> findings =
                Lint.run(home).findings().stream().map(LintFinding::toString).toList();
        assertThat(findings).contains(broken.finding());
    }

    @Test
    void noSecretIsRepeated() throws IOException {
        new LintCase("secret", "config/procedures/amt.yaml", "${register.password}", "hunter2", "").breakIn(home);
        assertThat(Lint.run(home).findings()).isNotEmpty().noneMatch(finding -> finding.sentence()
                .contains("hunter2"));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
