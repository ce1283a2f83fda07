package org.stadtbus.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.journal.JournalCodec;
import org.stadtbus.vault.Vault;

/** The embedded Artemis with its file journal, and the hub's connection to it or to an external one. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    @Bean
    QueueSettings queueSettings(BrokerProperties properties, Catalogue catalogue) {
        return new QueueSettings(properties, catalogue);
    }

    @Bean
    ArtemisConfigurationCustomizer durableBroker(BrokerProperties properties, QueueSettings queues) {
        return broker -> {
            broker.setJournalBufferTimeout_NIO((int) TimeUnit.MICROSECONDS.toNanos(properties.journalSyncMicros()));
            broker.setJournalDatasync(true);
            broker.setPersistIDCache(true);
            broker.setIDCacheSize(properties.duplicateKeysOfAHop());
            broker.getAddressSettings().clear();
            broker.addAddressSetting("#", queues.others());
            queues.all().forEach(broker::addAddressSetting);
        };
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
            ObjectProvider<EmbeddedActiveMQ> embedded) {
        boolean external = embedded.getIfAvailable() == null;
        BrokerSetup setup = new BrokerSetup(external ? queues.all() : Map.of());
        return Link.open(factory, setup, properties.startPatience());
    }

    @Bean
    Broker broker(Link link, Vault vault, JournalCodec codec) {
        return new Broker(link, vault, codec);
    }

    @Bean
    BrokerLease pollingLease(Link link) throws JMSException {
        return BrokerLease.start(link, "polling");
    }
}
