package org.stadtbus.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.Retry;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.vault.Vault;

/** The embedded Artemis with its file journal, and the hub's connection to it. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {
    private static final Retry INSIDE = new Retry(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0);
    /** Without a pause a batch that is rolled back keeps its place; the listener makes its own pauses. */
    private static final Retry IN_ORDER = new Retry(Duration.ZERO, 1, Duration.ZERO, 0);

    private static final long MEMORY_PER_QUEUE = 16L * 1024 * 1024;
    private static final int GROUP_BUCKETS = 1024;

    @Bean
    ArtemisConfigurationCustomizer durableBroker(BrokerProperties properties, Catalogue catalogue) {
        return broker -> {
            broker.setJournalBufferTimeout_NIO((int) TimeUnit.MICROSECONDS.toNanos(properties.journalSyncMicros()));
            broker.setJournalDatasync(true);
            broker.setPersistIDCache(true);
            broker.setIDCacheSize(properties.duplicateKeys());
            broker.getAddressSettings().clear();
            broker.addAddressSetting("#", settings(INSIDE));
            broker.addAddressSetting(Queues.JOURNAL, settings(IN_ORDER));
            for (Procedure procedure : catalogue.all()) {
                broker.addAddressSetting(
                        Queues.delivery(procedure.id()),
                        settings(procedure.delivery().retry()));
            }
        };
    }

    private static AddressSettings settings(Retry retry) {
        AddressSettings settings = new AddressSettings();
        settings.setMaxDeliveryAttempts(-1);
        settings.setDeadLetterAddress(SimpleString.of("DLQ")).setExpiryAddress(SimpleString.of("ExpiryQueue"));
        settings.setRedeliveryDelay(retry.initial().toMillis());
        settings.setRedeliveryMultiplier(retry.multiplier());
        settings.setRedeliveryCollisionAvoidanceFactor(0.15);
        settings.setMaxRedeliveryDelay(retry.max().toMillis());
        settings.setAutoCreateAddresses(true).setAutoCreateQueues(true);
        settings.setAutoDeleteAddresses(false).setAutoDeleteQueues(false);
        settings.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
        settings.setMaxSizeBytes(MEMORY_PER_QUEUE);
        // without buckets a queue remembers every group, that is every journey, for ever
        settings.setDefaultGroupBuckets(GROUP_BUCKETS);
        return settings;
    }

    @Bean(destroyMethod = "close")
    Broker broker(ConnectionFactory factory, Vault vault, JournalCodec codec) throws JMSException {
        if (factory instanceof ActiveMQConnectionFactory artemis) {
            // no prefetch: a message that must wait for its next attempt keeps no neighbour waiting
            artemis.setConsumerWindowSize(0);
            // the shared pool has eight threads per core: so many targets that hang would stop everything else
            artemis.setUseGlobalPools(false);
            artemis.setThreadPoolMaxSize(-1);
        }
        var connection = factory.createConnection();
        connection.start();
        return new Broker(connection, vault, codec);
    }
}
