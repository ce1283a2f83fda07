package org.stadtbus.broker;

import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.artemis.core.postoffice.PostOffice;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How many messages wait or are in hand on the queues of the embedded broker. */
@Component
@ConditionalOnProperty(name = "spring.artemis.mode", havingValue = "embedded")
public class Backlog {
    private final EmbeddedActiveMQ broker;

    Backlog(EmbeddedActiveMQ broker) {
        this.broker = broker;
    }

    /** False once the broker has stopped, be it by itself because its disk refused a write. */
    public boolean isRunning() {
        return broker.getActiveMQServer().isStarted();
    }

    /** Queue name → messages waiting, scheduled for a later attempt, or not yet committed; empty queues are left out. */
    public Map<String, Long> waiting() {
        Map<String, Long> waiting = new TreeMap<>();
        PostOffice post = broker.getActiveMQServer().getPostOffice();
        if (post == null) {
            // stopped; what waits is on the disk
            return waiting;
        }
        post.getAllBindings()
                .filter(binding -> binding.getBindable() instanceof Queue)
                .map(binding -> (Queue) binding.getBindable())
                .filter(queue -> queue.getMessageCount() > 0)
                .forEach(queue -> waiting.put(queue.getName().toString(), queue.getMessageCount()));
        return waiting;
    }
}
