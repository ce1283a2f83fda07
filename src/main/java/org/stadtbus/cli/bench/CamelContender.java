package org.stadtbus.cli.bench;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * The same steps as anybody would write them with Camel's own components: {@code validator}, {@code xslt-saxon},
 * {@code validator}, {@code http}. With a broker ({@code b}) a message is accepted once it is on a durable queue, from which a
 * transacted {@code jms} consumer takes it; without one ({@code c}) the sender waits for the target.
 */
final class CamelContender implements Contender {
    private static final int CACHED_SESSIONS = 32;

    private final HttpSender http;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final @Nullable CachingConnectionFactory connections;
    private final Door door;

    CamelContender(BenchHome home, Path folder, Target target, HttpSender http, @Nullable ConnectionFactory broker)
            throws Exception {
        this.http = http;
        this.connections = broker == null ? null : cached(broker);
        if (connections != null) {
            camel.addComponent("jms", JmsComponent.jmsComponentAutoAcknowledge(connections));
        }
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                for (int i = 0; i < BenchHome.TARGETS; i++) {
                    steps(from(start(i)), home, target.uri() + "/" + i);
                }
            }
        });
        camel.start();
        ProducerTemplate template = camel.createProducerTemplate();
        this.door = new Door(folder, (number, message) -> template.sendBody(entrance(number), message));
    }

    private static CachingConnectionFactory cached(ConnectionFactory broker) {
        CachingConnectionFactory cached = new CachingConnectionFactory(broker);
        cached.setSessionCacheSize(CACHED_SESSIONS);
        return cached;
    }

    private static void steps(RouteDefinition route, BenchHome home, String target) {
        route.to("validator:" + home.meldung().toUri())
                .to("xslt-saxon:" + home.stylesheet().toUri())
                .to("validator:" + home.vorgang().toUri())
                .removeHeaders("*")
                .to(target + "?httpMethod=POST");
    }

    private String entrance(int target) {
        return (connections == null ? "direct:ziel-" : "jms:queue:ziel-") + target;
    }

    /** The consumer's cache is what Camel's page on transacted JMS consumers advises for local transactions. */
    private String start(int target) {
        return entrance(target)
                + (connections == null
                        ? ""
                        : "?transacted=true&lazyCreateTransactionManager=false&cacheLevelName=CACHE_CONSUMER&concurrentConsumers="
                                + (target == 0 ? BenchHome.CONCURRENCY : 1));
    }

    @Override
    public String id() {
        return connections == null ? "c" : "b";
    }

    @Override
    public String title() {
        return connections == null ? "Camel-Standardbausteine ohne Broker" : "Camel-Standardbausteine mit Broker";
    }

    @Override
    public void send(Workload workload, int target, byte[] message) throws Exception {
        http.post(door.address(target), "", message);
    }

    @Override
    public void settle() {
        // what has arrived at the target is done
    }

    @Override
    public void close() throws Exception {
        door.close();
        camel.close();
        if (connections != null) {
            connections.destroy();
        }
    }
}
