package org.stadtbus.pressure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.broker.Backlog;
import org.stadtbus.broker.EmbeddedServer;

/** Puts the signals together. The disk of an external broker is its own operators' business. */
@Configuration(proxyBeanMethods = false)
class PressureConfiguration {

    @Bean
    DiskSpace vaultSpace(
            PressureProperties properties, @Value("${stadtbus.vault.folder:${stadtbus.data:data}/vault}") Path folder) {
        return disk("disk-vault", "des Tresors", folder, properties);
    }

    @Bean
    Gate gate(
            PressureProperties properties,
            DiskSpace vaultSpace,
            Backlog backlog,
            ObjectProvider<EmbeddedServer> embedded,
            ApplicationEventPublisher events,
            @Value("${spring.artemis.embedded.data-directory:${stadtbus.data:data}/broker}") Path broker,
            @Value("${spring.servlet.multipart.location:}") String spool) {
        List<Signal> signals = new ArrayList<>(List.of(vaultSpace, new HeapUse(properties.maxHeapPercent())));
        Path uploads = Path.of(spool.isEmpty() ? System.getProperty("java.io.tmpdir") : spool);
        signals.add(disk("disk-uploads", "der Zwischenablage", uploads, properties));
        embedded.ifAvailable(server -> {
            signals.add(new BrokerLives(server::isRunning, () -> events.publishEvent(new BrokerStopped())));
            signals.add(disk("disk-broker", "des Nachrichtenspeichers", broker, properties));
        });
        signals.add(new Waiting(backlog::waiting, properties.maxWaiting(), properties.maxWaitingPerService()));
        return new Gate(signals, properties.retryAfter()).start(properties.interval());
    }

    private static DiskSpace disk(String name, String label, Path folder, PressureProperties properties) {
        return new DiskSpace(name, label, folder, properties.minFree(), properties.minFreePercent());
    }

    @Bean
    Uploads uploads(PressureProperties properties, DiskSpace vaultSpace) {
        return new Uploads(
                properties.maxUploads(), properties.maxUploadsPerClient(), vaultSpace, properties.retryAfter());
    }

    @Bean
    CallRates callRates(PressureProperties properties) {
        return new CallRates(properties.callsPerSecond(), properties.clients());
    }
}
