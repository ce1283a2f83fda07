package org.stadtbus.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts a hub again whenever it ends by itself, as a service manager does. */
public final class ServiceManager implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    private final HubProcess hub;
    private final List<Integer> exits = new CopyOnWriteArrayList<>();
    private final Thread watch = new Thread(this::watch, "service-manager");
    private volatile boolean off;

    private ServiceManager(HubProcess hub) {
        this.hub = hub;
    }

    /** Watches from now on; close it before the hub. */
    public static ServiceManager of(HubProcess hub) {
        ServiceManager manager = new ServiceManager(hub);
        manager.watch.start();
        return manager;
    }

    private void watch() {
        try {
            while (!off) {
                if (hub.program().ended(LOOK_MILLIS)) {
                    exits.add(hub.program().exitCode(LOOK_MILLIS));
                    hub.launchAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Exit codes of the hubs that ended. */
    public List<Integer> exits() {
        return List.copyOf(exits);
    }

    @Override
    public void close() throws InterruptedException {
        off = true;
        watch.join();
    }
}
