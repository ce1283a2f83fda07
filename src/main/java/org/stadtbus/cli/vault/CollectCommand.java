package org.stadtbus.cli.vault;

import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtbus.Hub;
import org.stadtbus.cli.Settings;
import org.stadtbus.retention.Collector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stadtbus vault collect}: one run of the collector; with embedded broker and database while the hub is stopped. */
@Command(
        name = "collect",
        description = "Räumt den Tresor auf, wie es der laufende Hub von selbst tut; nur bei angehaltenem Hub.",
        mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--dry-run", description = "Sagt nur, was zu entfernen wäre")
    private boolean dryRun;

    @Override
    public Integer call() {
        Map<String, String> values = settings.values();
        values.put("camel.main.routes-include-pattern", "classpath:no-routes/*.camel.yaml");
        // a spool of its own: a vault clears it at start
        values.put("stadtbus.vault.spool", "${stadtbus.vault.folder:${stadtbus.data}/vault}/spool-collect");
        try (ConfigurableApplicationContext part = Hub.part(CollectorPart.class, values, settings.profiles())) {
            Collector.Result result = part.getBean(Collector.class).run(dryRun);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%sKopien im Tresor: %d, entfernt: %d, Vorgänge mit abgelaufener Aufbewahrungsfrist: %d%n",
                            dryRun ? "Probelauf. " : "", result.copies(), result.removed(), result.forgotten());
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
