package org.stadtbus.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.stadtbus.Hub;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stadtbus run}: the hub until it is stopped. */
@Command(name = "run", description = "Startet den Hub.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
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
        hub.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        closed.await();
        return 0;
    }
}
