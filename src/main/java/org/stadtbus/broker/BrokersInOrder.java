package org.stadtbus.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.jms.connection.DelegatingConnectionFactory;

/**
 * Connects to the first broker of the URL that answers, so that all hub nodes and everything in them meet at the same one. Artemis'
 * own policies take turns, or try the first one only.
 */
final class BrokersInOrder extends DelegatingConnectionFactory {
    private final List<ActiveMQConnectionFactory> brokers;

    private BrokersInOrder(ConnectionFactory all, List<ActiveMQConnectionFactory> brokers) {
        setTargetConnectionFactory(all);
        this.brokers = List.copyOf(brokers);
    }

    /** A factory with the hub's settings for the brokers that this one knows. */
    static ConnectionFactory of(ActiveMQConnectionFactory artemis, BrokerProperties properties) {
        ClientSettings.apply(artemis, properties);
        TransportConfiguration[] addresses = artemis.getStaticConnectors();
        return addresses == null || addresses.length <= 1
                ? artemis
                : new BrokersInOrder(
                        artemis,
                        Stream.of(addresses)
                                .map(address -> single(artemis, address, properties))
                                .toList());
    }

    /** Every broker this factory knows, when there are several; otherwise none. */
    static List<ActiveMQConnectionFactory> each(ConnectionFactory factory) {
        return factory instanceof BrokersInOrder several ? several.brokers : List.of();
    }

    private static ActiveMQConnectionFactory single(
            ActiveMQConnectionFactory all, TransportConfiguration address, BrokerProperties properties) {
        ActiveMQConnectionFactory single = new ActiveMQConnectionFactory(false, address);
        single.setUser(all.getUser());
        single.setPassword(all.getPassword());
        ClientSettings.apply(single, properties);
        return single;
    }

    @Override
    public Connection createConnection() throws JMSException {
        JMSException none = new JMSException("No broker in the URL");
        for (ActiveMQConnectionFactory broker : brokers) {
            try {
                return broker.createConnection();
            } catch (JMSException e) {
                none = e;
            }
        }
        throw none;
    }
}
