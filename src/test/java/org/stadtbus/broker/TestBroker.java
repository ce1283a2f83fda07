package org.stadtbus.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.journal.JournalEvent;
import org.stadtbus.journal.JournalWire;
import org.stadtbus.vault.FileVault;
import org.stadtbus.vault.Vault;

/** The hub's own broker with its real settings and file journal; only the pauses before another attempt are short. */
public final class TestBroker implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final ActiveMQConnectionFactory connections;
    private final Vault vault;
    private final Link link;
    private final Broker broker;

    private TestBroker(Path folder) throws Exception {
        BrokerConfiguration hub = new BrokerConfiguration();
        String address = "vm://" + ThreadLocalRandom.current().nextInt(1000, Integer.MAX_VALUE);
        Configuration settings = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder + "/journal")
                .setBindingsDirectory(folder + "/bindings")
                .setLargeMessagesDirectory(folder + "/large")
                .setPagingDirectory(folder + "/paging")
                .addAcceptorConfiguration("vm", address);
        BrokerProperties properties =
                new BrokerProperties(100, 100_000, 10_000, Duration.ofSeconds(15), Duration.ofSeconds(15));
        QueueSettings queues = new QueueSettings(properties);
        hub.durableBroker(properties, queues).customize(settings);
        settings.getAddressSettings().values().stream()
                .filter(queue -> queue.getRedeliveryDelay() > 0)
                .forEach(queue -> queue.setRedeliveryDelay(PAUSE_MILLIS).setMaxRedeliveryDelay(PAUSE_MILLIS));
        server.setConfiguration(settings).start();
        connections = new ActiveMQConnectionFactory(address);
        vault = new FileVault(folder.resolve("vault"), folder.resolve("keys/vault.json"));
        ClientSettings.apply(connections, properties);
        link = Link.open(connections, new BrokerSetup(Map.of()), properties.startPatience());
        broker = hub.broker(link, vault, new JournalCodec(), folder);
    }

    /** Starts on what an earlier one left in the folder. */
    public static TestBroker start(Path folder) throws Exception {
        return new TestBroker(folder);
    }

    public Broker broker() {
        return broker;
    }

    public ActiveMQConnectionFactory connections() {
        return connections;
    }

    public Vault vault() {
        return vault;
    }

    /** What the messages on all queues need. */
    public Waiting.Look look() {
        return new EmbeddedLook(server, broker.returns());
    }

    /** How many messages wait on this queue or are in hand. */
    public long waiting(String queue) {
        Queue found = server.getActiveMQServer().locateQueue(queue);
        return found == null ? 0 : found.getMessageCount();
    }

    /** The journal's events that wait for their projection, none taken. */
    public List<JournalEvent> journal() throws JMSException {
        if (waiting(Queues.JOURNAL) == 0) {
            return List.of();
        }
        try (var connection = connections.createConnection();
                var session = connection.createSession();
                QueueBrowser browser = session.createBrowser(session.createQueue(Queues.JOURNAL))) {
            connection.start();
            JournalCodec codec = new JournalCodec();
            List<JournalEvent> events = new ArrayList<>();
            for (Object wire : Collections.list(browser.getEnumeration())) {
                JournalWire.events(((Message) wire).getStringProperty(JournalWire.EVENTS))
                        .map(codec::read)
                        .forEach(events::add);
            }
            return events;
        }
    }

    /** So many wait in the queue, and no more come; a broker counts what it took a moment after it said so. */
    public void assertWaiting(String queue, long messages) {
        Awaitility.await().during(Duration.ofMillis(200)).untilAsserted(() -> Assertions.assertThat(waiting(queue))
                .isEqualTo(messages));
    }

    /** Looks now for messages whose time is over, as the broker does every half a minute. */
    public void expire() {
        server.getActiveMQServer()
                .getPostOffice()
                .getAllBindings()
                .filter(binding -> binding.getBindable() instanceof Queue)
                .forEach(binding -> ((Queue) binding.getBindable()).expireReferences(() -> {}));
    }

    /** From now on there is no room for messages on this queue. */
    void close(String queue) {
        server.getActiveMQServer()
                .getAddressSettingsRepository()
                .addMatch(
                        queue,
                        new AddressSettings()
                                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
                                .setMaxSizeBytes(0)
                                .setMaxSizeMessages(0));
    }

    /** From now on nobody makes this queue by sending to it. */
    void keepAway(String queue) {
        server.getActiveMQServer()
                .getAddressSettingsRepository()
                .addMatch(
                        queue,
                        new AddressSettings().setAutoCreateAddresses(false).setAutoCreateQueues(false));
    }

    /** How many message groups this queue remembers. */
    public int groups(String queue) {
        Queue found = server.getActiveMQServer().locateQueue(queue);
        return found == null ? 0 : found.getGroupCount();
    }

    @Override
    public void close() throws Exception {
        link.close();
        connections.close();
        server.stop();
    }
}
