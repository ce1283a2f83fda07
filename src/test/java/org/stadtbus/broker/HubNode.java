package org.stadtbus.broker;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.testkit.ArtemisServer;
import org.stadtbus.vault.FileVault;

/** What one hub node does with an external broker, without the rest of the hub. */
final class HubNode implements AutoCloseable {
    static final BrokerProperties PROPERTIES =
            new BrokerProperties(100, 100_000, 10_000, Duration.ofSeconds(15), Duration.ofSeconds(20));

    private final ActiveMQConnectionFactory connections;
    private final Link link;
    private final Broker broker;

    private HubNode(String url, Path folder) {
        connections = new ActiveMQConnectionFactory(url, ArtemisServer.USER, ArtemisServer.PASSWORD);
        QueueSettings queues = new QueueSettings(PROPERTIES);
        link = Link.open(
                BrokersInOrder.of(connections, PROPERTIES), new BrokerSetup(queues.all()), PROPERTIES.startPatience());
        FileVault vault = new FileVault(folder.resolve("vault"), folder.resolve("keys/vault.json"));
        broker = new Broker(link, vault, new JournalCodec(), new InHand(folder.resolve("in-hand")));
    }

    /** Connects a node; nodes with the same folder share a vault. */
    static HubNode at(String url, Path folder) {
        return new HubNode(url, folder);
    }

    Broker broker() {
        return broker;
    }

    Link link() {
        return link;
    }

    ActiveMQConnectionFactory connections() {
        return connections;
    }

    @Override
    public void close() {
        link.close();
        connections.close();
    }
}
