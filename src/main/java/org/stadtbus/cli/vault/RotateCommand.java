package org.stadtbus.cli.vault;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtbus.Hub;
import org.stadtbus.cli.Settings;
import org.stadtbus.vault.Rotation;
import org.stadtbus.vault.VaultStoreConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stadtbus vault rotate}: new keys; the hub may run. */
@Command(
        name = "rotate",
        description =
                "Tauscht die Schlüssel des Tresors; der Hub darf laufen. Der vorige bleibt bis zum nächsten Tausch.",
        mixinStandardHelpOptions = true)
final class RotateCommand implements Callable<Integer> {
    private static final int DAMAGED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Settings settings = new Settings();

    @Option(
            names = "--drawer",
            paramLabel = "LEISTUNG",
            description = "Nur der Schlüssel dieser Leistung (LeiKa-Schlüssel) oder dieses Fachverfahrens")
    private @Nullable String drawer;

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext part =
                Hub.part(VaultStoreConfiguration.class, settings.values(), settings.profiles())) {
            Rotation.Result result = part.getBean(Rotation.class).rotate(Optional.ofNullable(drawer));
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Schlüssel getauscht: %d, Dateien neu verpackt: %d, beschädigt: %d%n",
                            result.drawers(), result.rewrapped(), result.failed());
            spec.commandLine().getOut().flush();
            return result.failed() == 0 ? 0 : DAMAGED;
        }
    }
}
