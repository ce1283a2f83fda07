package org.stadtbus.sandbox.fremdbroker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.stadtbus.sandbox.cable.Cable;

/** A broker of its own on 127.0.0.1 that keeps its messages in a folder; each protocol is reached by a cable that can be cut. */
public final class ForeignBroker implements AutoCloseable {
    /** The user who may do everything. */
    public static final String USER = "stadtbus";

    private static final String ROLE = "alle";

    private final Path folder;
    private final String password;
    private final int corePort = free();
    private final int mqttPort = free();
    private final Cable core = new Cable(corePort);
    private final Cable mqtt = new Cable(mqttPort);
    private EmbeddedActiveMQ server;

    /** Starts on what an earlier one left in the folder. */
    public ForeignBroker(Path folder, String password) {
        this.folder = folder;
        this.password = password;
        this.server = started();
    }

    private EmbeddedActiveMQ started() {
        try {
            Configuration settings = new ConfigurationImpl()
                    .setPersistenceEnabled(true)
                    .setSecurityEnabled(true)
                    .setJournalDirectory(folder + "/journal")
                    .setBindingsDirectory(folder + "/bindings")
                    .setLargeMessagesDirectory(folder + "/large")
                    .setPagingDirectory(folder + "/paging")
                    .addAcceptorConfiguration("core", "tcp://127.0.0.1:" + corePort + "?protocols=CORE")
                    .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + mqttPort + "?protocols=MQTT");
            settings.putSecurityRoles(
                    "#",
                    Set.of(new Role(ROLE, true, true, true, true, true, true, true, true, true, true, false, false)));
            EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
            broker.setConfiguration(settings);
            broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts()));
            return broker.start();
        } catch (Exception e) {
            throw new IllegalStateException("The foreign broker does not start", e);
        }
    }

    private SecurityConfiguration accounts() {
        SecurityConfiguration accounts = new SecurityConfiguration();
        accounts.addUser(USER, password);
        accounts.addRole(USER, ROLE);
        return accounts;
    }

    /** Where a JMS client finds it. */
    public String jmsUrl() {
        return "tcp://127.0.0.1:" + core.port();
    }

    /** Where an MQTT client finds it. */
    public String mqttUrl() {
        return "tcp://127.0.0.1:" + mqtt.port();
    }

    /** The line of JMS. */
    public Cable jmsLine() {
        return core;
    }

    /** The line of MQTT. */
    public Cable mqttLine() {
        return mqtt;
    }

    /** How many messages lie in a queue, those in a consumer's hand included; 0 when there is no such queue. */
    public long waiting(String queue) {
        Queue found = server.getActiveMQServer().locateQueue(queue);
        return found == null ? 0 : found.getMessageCount();
    }

    /** Ends, and begins again with what was kept. */
    public void restart() {
        stop();
        server = started();
    }

    private void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The foreign broker does not stop", e);
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        core.close();
        mqtt.close();
        stop();
    }
}
