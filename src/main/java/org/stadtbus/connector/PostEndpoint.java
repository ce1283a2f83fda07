package org.stadtbus.connector;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.Message;

/** {@code <kind>:senden} or {@code <kind>:abholen}: a peer that gets messages of deliveries, or a mailbox there that is looked into. */
public final class PostEndpoint extends DefaultEndpoint {
    private final Work work;

    /** @param work sending or fetching; nobody does both */
    public PostEndpoint(String uri, Component component, Work work) {
        super(uri, component);
        this.work = work;
    }

    /** What an endpoint does. */
    public sealed interface Work {}

    /**
     * Sends.
     *
     * @param inquirer asks for proofs that are still to come
     */
    public record Send(Sender sender, Inquirer inquirer) implements Work {
        /** For a peer whose first answer is final. */
        public Send(Sender sender) {
            this(sender, peerId -> Optional.empty());
        }
    }

    /**
     * Fetches.
     *
     * @param delay from one look into the mailbox to the next
     */
    public record Fetch(Opening opening, Duration delay) implements Work {}

    /** Hands one message of a delivery to the peer. */
    @FunctionalInterface
    public interface Sender {
        /** @param procedure whom it is for */
        Receipt send(String procedure, Message message);
    }

    /** Asks the peer what became of a message it has; nothing is sent. */
    @FunctionalInterface
    public interface Inquirer {
        /**
         * Asks.
         *
         * @param peerId the peer's own id of the message
         * @return empty when the peer knows no such message any more
         */
        Optional<Receipt> inquire(String peerId);
    }

    /**
     * What the peer gave for it.
     *
     * @param text in a few words
     * @param document its proof as it came; absent when it gave none
     * @param open under which id of the peer, and how long, to ask for what is still to come; empty when this is final
     */
    public record Receipt(String text, byte @Nullable [] document, Optional<Open> open) {
        /** A final one. */
        public Receipt(String text, byte @Nullable [] document) {
            this(text, document, Optional.empty());
        }
    }

    /**
     * A proof that may still change.
     *
     * @param peerId the peer's own id of the message
     * @param limit how long after the delivery to ask; zero for never
     */
    public record Open(String peerId, Duration limit) {}

    /** Makes the consumer that looks into the mailbox. */
    @FunctionalInterface
    public interface Opening {
        PostConsumer open(PostEndpoint endpoint, Processor processor);
    }

    @Override
    public Producer createProducer() {
        if (!(work instanceof Send send)) {
            throw new IllegalArgumentException(getEndpointUri() + " holt nur ab; gesendet wird mit senden.");
        }
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                String peerId = exchange.getProperty("stadtbus.inquiry", String.class);
                if (peerId != null) {
                    send.inquirer().inquire(peerId).ifPresent(receipt -> write(receipt, exchange));
                    return;
                }
                Message message = exchange.getProperty("stadtbus.message", Message.class);
                String procedure = exchange.getIn().getHeader("StadtbusProcedure", String.class);
                write(send.sender().send(procedure, message), exchange);
            }
        };
    }

    private static void write(Receipt receipt, Exchange exchange) {
        exchange.getMessage().setHeader("StadtbusReceipt", receipt.text());
        exchange.setProperty("stadtbus.receipt", receipt.document());
        receipt.open().ifPresent(open -> {
            exchange.setProperty("stadtbus.receipt.open", open.peerId());
            exchange.setProperty("stadtbus.receipt.limit", open.limit());
        });
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!(work instanceof Fetch fetch)) {
            throw new IllegalArgumentException(getEndpointUri() + " sendet nur; abgeholt wird mit abholen.");
        }
        PostConsumer consumer = fetch.opening().open(this, processor);
        consumer.setDelay(fetch.delay().toMillis());
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
