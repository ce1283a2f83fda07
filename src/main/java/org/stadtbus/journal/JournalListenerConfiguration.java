package org.stadtbus.journal;

import jakarta.jms.ConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from the queue into the projection; apart from it, so that screens can be tried without a broker. */
@Configuration(proxyBeanMethods = false)
class JournalListenerConfiguration {
    /** The queue's name, the same as in the broker package, which this package may not know. */
    static final String QUEUE = "journal";

    @Bean
    JournalListener journalListener(ConnectionFactory connections, Projector projector, JournalCodec codec) {
        return new JournalListener(connections, QUEUE, projector, codec);
    }
}
