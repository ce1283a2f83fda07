package org.stadtbus.connector.xta.provider;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.SmartLifecycle;
import org.stadtbus.xta.ManagementPort;
import org.stadtbus.xta.MsgBoxPort;
import org.stadtbus.xta.SendPort;
import org.stadtbus.xta.XtaListener;

/** Opens the provider's port when the hub is up, and closes it first when the hub ends. */
final class ProviderServer implements SmartLifecycle {
    private final ProviderSettings settings;
    private final SslBundle keys;
    private final Services services;
    private final Path spool;
    private @Nullable XtaListener listener;

    ProviderServer(ProviderSettings settings, SslBundle keys, Services services, Path spool) {
        this.settings = settings;
        this.keys = keys;
        this.services = services;
        this.spool = spool;
    }

    /** What answers at the three ports. */
    record Services(ManagementPort management, SendPort send, MsgBoxPort msgBox) {}

    @Override
    public synchronized void start() {
        listener = XtaListener.start(
                        settings.host(),
                        settings.port(),
                        new XtaListener.Keys(
                                keys.getStores().getKeyStore(),
                                Objects.requireNonNullElse(keys.getStores().getKeyStorePassword(), ""),
                                keys.getStores().getTrustStore()),
                        spool,
                        settings.maxContent().toBytes())
                .publish("management", ManagementPort.class, services.management())
                .publish("send", SendPort.class, services.send())
                .publish("msgbox", MsgBoxPort.class, services.msgBox());
    }

    /** The port it listens on; the one it found when 0 was asked for. */
    synchronized int port() {
        XtaListener open = listener;
        if (open == null) {
            throw new IllegalStateException("not listening");
        }
        return open.port();
    }

    @Override
    public synchronized void stop() {
        XtaListener open = listener;
        if (open != null) {
            open.close();
            listener = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return listener != null;
    }
}
