package org.stadtbus.broker;

import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The broker inside the hub's own process. */
@Component
@ConditionalOnBooleanProperty(name = "spring.artemis.embedded.enabled", matchIfMissing = true)
public class EmbeddedServer {
    private final EmbeddedActiveMQ server;

    EmbeddedServer(EmbeddedActiveMQ server) {
        this.server = server;
    }

    /** False once the broker has stopped, be it by itself because its disk refused a write. */
    public boolean isRunning() {
        return server.getActiveMQServer().isStarted();
    }
}
