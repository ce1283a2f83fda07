package org.stadtbus.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.stadtbus.Hub;
import org.stadtbus.pressure.BrokerStopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stadtbus run}: the hub until it is stopped. */
@Command(name = "run", description = "Startet den Hub.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** EX_TEMPFAIL of sysexits.h: the service manager shall start the hub again. */
    private static final int START_AGAIN = 75;

    /** Why the hub ends. */
    private enum Ending {
        STOPPED(0, ""),
        BROKER(
                START_AGAIN,
                "Der Nachrichtenspeicher ist stehen geblieben, weil sein Datenträger nicht mehr schreibt (voll oder defekt)."
                        + " Angenommenes ist nicht verloren. Der Hub beendet sich (Code 75) und darf neu gestartet werden.");

        private final int code;
        private final String sentence;

        Ending(int code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }
    }

    @Spec
    private CommandSpec parsed;

    @Option(names = "--profile", description = "Spring-Profil, z. B. sandbox", split = ",")
    private String[] profiles = {};

    @Option(
            names = "--set",
            paramLabel = "NAME=WERT",
            description = "Einstellung, gewinnt über config/application.yaml")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Override
    public Integer call() throws InterruptedException {
        BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();
        settings.putIfAbsent("stadtbus.home", Home.path().toString());
        ConfigurableApplicationContext hub = Hub.start(settings, profiles);
        hub.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> endings.add(Ending.STOPPED));
        hub.addApplicationListener(
                ApplicationListener.forPayload((BrokerStopped stopped) -> endings.add(Ending.BROKER)));
        Ending ending = endings.take();
        if (!ending.sentence.isEmpty()) {
            parsed.commandLine().getErr().println(ending.sentence);
        }
        return ending.code;
    }
}
