package org.stadtbus.cli.standards;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtbus.Hub;
import org.stadtbus.cli.Settings;
import org.stadtbus.standards.Installer;
import org.stadtbus.standards.Installer.Installed;
import org.stadtbus.standards.StandardsConfiguration;
import org.stadtbus.standards.Validity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stadtbus standards add}: official files into the folder of standards; the hub may run. */
@Command(
        name = "add",
        description =
                "Spielt einen Standard ein: Schemata und Geschäftsregeln aus Ordnern oder ZIP-Archiven, die zusammengehören.",
        mixinStandardHelpOptions = true)
final class AddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Settings settings = new Settings();

    @Parameters(
            arity = "1..*",
            paramLabel = "ARCHIV",
            description = "Ordner oder ZIP, wie der Herausgeber sie anbietet")
    private List<Path> archives = new ArrayList<>();

    @Option(
            names = "--name",
            description = "Technischer Name, wo die Dateien ihn nicht oder mehrere nennen, z. B. xjustiz")
    private @Nullable String name;

    @Option(names = "--version", description = "Version, wo die Dateien sie nicht oder mehrere nennen, z. B. 3.5.1")
    private @Nullable String version;

    @Option(names = "--from", paramLabel = "JJJJ-MM-TT", description = "Erster Tag, an dem die Version gilt")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "JJJJ-MM-TT", description = "Letzter Tag, an dem die Version gilt")
    private @Nullable LocalDate until;

    @Option(
            names = "--with",
            paramLabel = "KENNUNG",
            split = ",",
            description = "Eingespielte Standards, deren Dateien dieser braucht")
    private List<String> with = new ArrayList<>();

    @Option(names = "--replace", description = "Ersetzt, was unter dieser Kennung schon eingespielt ist")
    private boolean replace;

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext part =
                Hub.part(StandardsConfiguration.class, settings.values(), settings.profiles())) {
            Installed installed = part.getBean(Installer.class)
                    .add(new Installer.Request(
                            archives,
                            Optional.ofNullable(name),
                            Optional.ofNullable(version),
                            new Validity(from, until),
                            with,
                            replace));
            report(installed);
            return 0;
        }
    }

    private void report(Installed installed) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s ist eingespielt (%s): %d Schemata mit Nachrichten, %d Dateien mit Geschäftsregeln, übersetzt und geprüft.%n",
                installed.title(), installed.id(), installed.schemas(), installed.rules());
        if (installed.described()) {
            out.printf("Beschrieben in config/standards/%s.yaml; bitte ansehen, vor allem »header«.%n", installed.id());
        }
        if (!installed.ambiguous().isEmpty()) {
            out.printf(
                    "Mehrfach mit verschiedenem Inhalt, es zählt die Datei, die höher liegt: %s%n",
                    String.join(", ", installed.ambiguous()));
        }
        out.flush();
    }
}
