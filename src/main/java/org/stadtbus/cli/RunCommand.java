package org.stadtbus.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final String BROKER_STOPPED =
            "Der Nachrichtenspeicher ist stehen geblieben, weil sein Datenträger nicht mehr schreibt (voll oder defekt)."
                    + " Angenommenes ist nicht verloren. Der Hub beendet sich (Code 75) und darf neu gestartet werden.";

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
        CountDownLatch closed = new CountDownLatch(1);
        settings.putIfAbsent("stadtbus.home", Home.path().toString());
        ConfigurableApplicationContext hub = Hub.start(settings, profiles);
        AtomicInteger code = new AtomicInteger();
        hub.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        hub.addApplicationListener(ApplicationListener.forPayload((BrokerStopped stopped) -> {
            code.set(START_AGAIN);
            closed.countDown();
        }));
        closed.await();
        if (code.get() == START_AGAIN) {
            parsed.commandLine().getErr().println(BROKER_STOPPED);
        }
        return code.get();
    }
}
