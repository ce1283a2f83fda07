package org.stadtbus.broker;

import java.time.Duration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** How the hub uses Artemis' client; holds for every connection and wins over the parameters of the broker's URL. */
final class ClientSettings {
    /** A connection without a sign of life for this long is lost, for the broker and for the hub. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration LOOK_FOR_SILENCE = Duration.ofSeconds(10);

    private ClientSettings() {}

    static void apply(ActiveMQConnectionFactory artemis, BrokerProperties properties) {
        // with exactly this one the queue's own setting holds (QueueSettings)
        artemis.setConsumerWindowSize(ActiveMQClient.DEFAULT_CONSUMER_WINDOW_SIZE);
        // everything durable is sent in a transaction, whose commit waits and fails when one of its sends did
        // (BrokerTest)
        artemis.setBlockOnDurableSend(false);
        // no credits: a sender who waits for them waits without end and without a word
        artemis.setProducerWindowSize(-1);
        // the shared pool has eight threads per core: so many targets that hang would stop everything else
        artemis.setUseGlobalPools(false);
        artemis.setThreadPoolMaxSize(-1);
        // for signs of life, which wait for nobody
        artemis.setScheduledThreadPoolMaxSize(1);
        // the Link opens a new connection; the client's own way would keep callers waiting meanwhile
        artemis.setReconnectAttempts(0);
        artemis.setInitialConnectAttempts(1);
        // the brokers of the URL, not those that one of them knows
        artemis.setUseTopologyForLoadBalancing(false);
        artemis.setCallTimeout(properties.callTimeout().toMillis());
        artemis.setConnectionTTL(SILENCE.toMillis());
        artemis.setClientFailureCheckPeriod(LOOK_FOR_SILENCE.toMillis());
    }
}
