package org.stadtbus.cli.bench;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** An embedded Artemis beside the hub's, as durable as that one and with the same journal settings. */
final class DurableBroker implements AutoCloseable {
    private static final String ADDRESS = "vm://815";
    private static final int BUFFER_MICROS = 100;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(ADDRESS);

    DurableBroker(Path folder) throws Exception {
        Configuration settings = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder + "/journal")
                .setBindingsDirectory(folder + "/bindings")
                .setLargeMessagesDirectory(folder + "/large")
                .setPagingDirectory(folder + "/paging")
                .setJournalDatasync(true)
                .setJournalBufferTimeout_NIO((int) TimeUnit.MICROSECONDS.toNanos(BUFFER_MICROS))
                .addAcceptorConfiguration("vm", ADDRESS);
        settings.addAddressSetting(
                "#",
                new AddressSettings()
                        .setDeadLetterAddress(SimpleString.of("DLQ"))
                        .setExpiryAddress(SimpleString.of("ExpiryQueue")));
        server.setConfiguration(settings).start();
    }

    ConnectionFactory connections() {
        return connections;
    }

    @Override
    public void close() throws Exception {
        connections.close();
        server.stop();
    }
}
