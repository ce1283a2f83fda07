package org.stadtbus.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.envelope.HubException;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.vault.Vault;

/** The embedded Artemis with its file journal, and the hub's connection to it or to an external one. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {
    private static final int FEW_THREADS = 2;
    private static final int SERVER_THREADS = 8;

    @Bean
    QueueSettings queueSettings(BrokerProperties properties) {
        return new QueueSettings(properties);
    }

    @Bean
    ArtemisConfigurationCustomizer durableBroker(BrokerProperties properties, QueueSettings queues) {
        return broker -> {
            broker.setJournalBufferTimeout_NIO((int) TimeUnit.MICROSECONDS.toNanos(properties.journalSyncMicros()));
            broker.setJournalDatasync(true);
            broker.setPersistIDCache(true);
            broker.setIDCacheSize(properties.duplicateKeysOfAHop());
            // the broker's own limit lets senders hang without a word; the hub's gate refuses before it (package
            // pressure)
            broker.setMaxDiskUsage(-1);
            // none of these threads waits for anybody; Artemis' defaults are for a machine that is a broker alone
            broker.setThreadPoolMaxSize(SERVER_THREADS);
            broker.setScheduledThreadPoolMaxSize(FEW_THREADS);
            broker.setPageMaxConcurrentIO(FEW_THREADS);
            broker.getAddressSettings().clear();
            broker.addAddressSetting("#", queues.others());
            queues.all().forEach(broker::addAddressSetting);
            broker.addAddressConfiguration(queue(Queues.EXPIRED));
        };
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
    }

    @Bean
    static BeanPostProcessor brokersInOrder(ObjectProvider<BrokerProperties> properties) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof ActiveMQConnectionFactory artemis
                        ? BrokersInOrder.of(artemis, properties.getObject())
                        : bean;
            }
        };
    }

    @Bean
    Link brokerLink(
            ConnectionFactory factory,
            BrokerProperties properties,
            QueueSettings queues,
            ObjectProvider<EmbeddedActiveMQ> embedded,
            @Value("${spring.artemis.mode:}") String mode) {
        boolean external = embedded.getIfAvailable() == null;
        if (!external && "native".equals(mode)) {
            throw HubException.permanent(
                    "broker-twofold",
                    "Ein externer Broker wird mit spring.artemis.embedded.enabled=false eingestellt (docs/broker.md); mit"
                            + " spring.artemis.mode=native allein liefe der eingebettete daneben.");
        }
        BrokerSetup setup = new BrokerSetup(external ? queues.all() : Map.of());
        return Link.open(factory, setup, properties.startPatience());
    }

    @Bean
    Broker broker(Link link, Vault vault, JournalCodec codec, @Value("${stadtbus.data}") Path data) {
        return new Broker(link, vault, codec, new InHand(data.resolve("in-hand")));
    }

    /** Rests unless the URL names several brokers. */
    @Bean
    Stragglers stragglers(Link link, ConnectionFactory factory) throws JMSException {
        return Stragglers.watch(link, BrokersInOrder.each(factory));
    }

    @Bean
    BrokerLease pollingLease(Link link) throws JMSException {
        return BrokerLease.start(link, "polling");
    }
}
