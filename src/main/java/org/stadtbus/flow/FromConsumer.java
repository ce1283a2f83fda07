package org.stadtbus.flow;

import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.broker.Broker;
import org.stadtbus.broker.Outbox;
import org.stadtbus.broker.Received;
import org.stadtbus.broker.TransactedConsumer;
import org.stadtbus.clearing.Crash;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Takes messages of one queue through the route, each in one broker transaction. */
final class FromConsumer extends DefaultConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(FromConsumer.class);

    private final FromEndpoint endpoint;
    private final Broker broker;
    private final HopFailure failure;
    private final Clock clock;
    private @Nullable TransactedConsumer consumer;

    FromConsumer(FromEndpoint endpoint, Processor processor, Broker broker, HopFailure failure, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.broker = broker;
        this.failure = failure;
        this.clock = clock;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        consumer = broker.consume(endpoint.queue(), endpoint.concurrency(), this::hop);
    }

    @Override
    protected void doStop() throws Exception {
        TransactedConsumer running = consumer;
        if (running != null) {
            running.close();
        }
        super.doStop();
    }

    private Outbox hop(Received received) throws Exception {
        Hop hop = new Hop(received, endpoint.queue(), clock);
        Exchange exchange = createExchange(false);
        try {
            Optional<HubException> deadly = Crash.deadly(received);
            if (deadly.isPresent()) {
                return failed(hop, deadly.get());
            }
            hop.travelWith(exchange);
            getProcessor().process(exchange);
            Exception thrown = exchange.getException();
            return thrown == null ? hop.outbox() : failed(hop, thrown);
        } catch (Error e) {
            return failed(hop, e);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private Outbox failed(Hop hop, Throwable thrown) {
        HubException why = failure.classify(hop, thrown);
        LOG.info(
                "Message {} of journey {}: {} ({})",
                hop.envelope().messageId(),
                hop.envelope().journeyId(),
                why.sentence(),
                why.problemCode());
        if (why.kind() == FailureKind.TRANSIENT) {
            failure.delayed(hop, why);
            throw why;
        }
        return failure.outcome(hop, why);
    }
}
