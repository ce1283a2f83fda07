package org.stadtbus.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stadtbus.deployment.Lint;
import org.stadtbus.deployment.LintResult;
import org.stadtbus.deployment.ReadmeParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stadtbus lint}: looks at the integrator's folders without starting the hub. */
@Command(
        name = "lint",
        description = "Prüft config, connectors, mappings und routes, ohne den Hub zu starten.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    private static final int FINDINGS = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Ausgabe als JSON: {\"findings\":[{\"file\",\"line\",\"sentence\"}], …}")
    private boolean json;

    @Option(names = "--home", paramLabel = "ORDNER", description = "Ordner mit config, connectors, mappings und routes")
    private Path home = Home.path();

    @Option(names = "--write", description = "Schreibt vorher die Tabellen in die README der Anschlüsse")
    private boolean write;

    @Override
    public Integer call() throws JsonProcessingException {
        if (write) {
            ReadmeParts.write(home);
        }
        LintResult result = Lint.run(home);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(result));
        } else {
            result.findings().forEach(out::println);
            out.println(result.summary());
        }
        out.flush();
        return result.findings().isEmpty() ? 0 : FINDINGS;
    }
}
