package org.stadtbus.delivery;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.ScheduledPollConsumer;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Lease;

/** Lets sources that poll do so on one hub node at a time, whichever connector they belong to. */
@Component
class PollingTurn extends LifecycleStrategySupport {
    private final Lease polling;

    PollingTurn(Lease polling) {
        this.polling = polling;
    }

    @Override
    public void onServiceAdd(CamelContext context, Service service, Route route) {
        if (service instanceof ScheduledPollConsumer consumer && !(consumer.getPollStrategy() instanceof InTurn)) {
            consumer.setPollStrategy(new InTurn(consumer.getPollStrategy(), polling));
        }
    }

    private record InTurn(PollingConsumerPollStrategy strategy, Lease polling) implements PollingConsumerPollStrategy {

        @Override
        public boolean begin(Consumer consumer, Endpoint endpoint) {
            return polling.held() && strategy.begin(consumer, endpoint);
        }

        @Override
        public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
            strategy.commit(consumer, endpoint, polledMessages);
        }

        @Override
        public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause)
                throws Exception {
            return strategy.rollback(consumer, endpoint, retryCounter, cause);
        }
    }
}
