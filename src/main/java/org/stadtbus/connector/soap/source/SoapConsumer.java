package org.stadtbus.connector.soap.source;

import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.stadtbus.connector.IncomingExchange;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Incoming;

/** Keeps the port open while its route runs, and hands to the route what is called there. */
final class SoapConsumer extends DefaultConsumer implements Handover {
    private final Opening opening;
    private volatile Optional<Inlet> inlet = Optional.empty();

    SoapConsumer(Endpoint endpoint, Processor processor, Opening opening) {
        super(endpoint, processor);
        this.opening = opening;
    }

    /** Opens the port. */
    @FunctionalInterface
    interface Opening {
        Inlet open(Handover hub);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        inlet = Optional.of(opening.open(this));
    }

    @Override
    protected void doStop() throws Exception {
        inlet.ifPresent(Inlet::close);
        inlet = Optional.empty();
        super.doStop();
    }

    /** The port it listens on; the one it found when 0 was asked for. */
    int port() {
        return inlet.orElseThrow().port();
    }

    @Override
    public String take(Incoming incoming) {
        Exchange exchange = exchange(incoming);
        try {
            pass(exchange);
            return exchange.getMessage().getHeader("StadtbusMessageId", String.class);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    @Override
    public HubException refuse(Incoming incoming, HubException why) {
        Exchange exchange = exchange(incoming);
        exchange.setProperty("stadtbus.unreadable", why);
        try {
            pass(exchange);
            return why;
        } catch (HubException refused) {
            return refused.kind() == FailureKind.REJECTED ? why : refused;
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private Exchange exchange(Incoming incoming) {
        Exchange exchange = createExchange(false);
        IncomingExchange.fill(exchange, incoming);
        return exchange;
    }

    private void pass(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        Exception thrown = exchange.getException();
        if (thrown instanceof HubException known) {
            throw known;
        }
        if (thrown != null) {
            throw SourceFailures.notNow(thrown);
        }
    }
}
