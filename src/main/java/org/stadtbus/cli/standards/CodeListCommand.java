package org.stadtbus.cli.standards;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtbus.Hub;
import org.stadtbus.cli.Settings;
import org.stadtbus.standards.CodeList;
import org.stadtbus.standards.CodeLists;
import org.stadtbus.standards.StandardsConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stadtbus standards codelist}: Genericode files into {@code config/codelists}. */
@Command(
        name = "codelist",
        description =
                "Nimmt Codelisten auf, wie ihr Herausgeber sie anbietet (Genericode 1.0), jede Version als eigene Datei.",
        mixinStandardHelpOptions = true)
final class CodeListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Settings settings = new Settings();

    @Parameters(arity = "1..*", paramLabel = "DATEI", description = "Genericode-Dateien (XML)")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--column", description = "Spalte mit der Bedeutung; sonst die erste nach dem Code")
    private @Nullable String column;

    @Option(names = "--replace", description = "Ersetzt dieselbe Liste in derselben Version")
    private boolean replace;

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext part =
                Hub.part(StandardsConfiguration.class, settings.values(), settings.profiles())) {
            CodeLists lists = part.getBean(CodeLists.class);
            PrintWriter out = spec.commandLine().getOut();
            for (Path file : files) {
                CodeList list = lists.add(file, Optional.ofNullable(column), replace);
                out.printf(
                        "%s, Version %s: %d Codes (%s)%n",
                        list.title(), list.version(), list.codes().size(), list.uri());
            }
            out.flush();
            return 0;
        }
    }
}
