package org.stadtbus.connector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Incoming;
import org.stadtbus.intake.RefusedAnswer;

/** Looks into a mailbox at intervals and hands what lies there to the route, which takes it into the hub. */
public abstract class PostConsumer extends ScheduledPollConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(PostConsumer.class);

    /** @param failures words what was thrown, without personal data */
    protected PostConsumer(Endpoint endpoint, Processor processor, Function<Throwable, HubException> failures) {
        super(endpoint, processor);
        PollWatch watch = new PollWatch(failures);
        setPollStrategy(watch);
        setExceptionHandler(watch);
    }

    /** Takes what lies at the peer under an id; says whether there was something. */
    @FunctionalInterface
    protected interface One {
        boolean take(String id) throws Exception;
    }

    /**
     * Takes each of these. One that cannot be taken does not keep those behind it, unless the hub or the peer is in trouble.
     *
     * @return how many were taken
     * @throws Exception the last failure, when all were tried
     */
    protected final int each(List<String> ids, One one) throws Exception {
        int taken = 0;
        Optional<HubException> stays = Optional.empty();
        for (String id : ids) {
            if (!isRunAllowed()) {
                break;
            }
            try {
                taken += one.take(id) ? 1 : 0;
            } catch (HubException e) {
                if (e.kind() == FailureKind.TRANSIENT) {
                    throw e;
                }
                stays = Optional.of(e);
            }
        }
        if (stays.isPresent()) {
            throw stays.get();
        }
        return taken;
    }

    /** What the hub made of a message; it keeps either durably, so the peer may forget it. */
    protected enum Outcome {
        /** It has begun or goes on with a journey. */
        TAKEN,
        /** It is refused for good, and journalled. */
        REFUSED
    }

    /** Reads a message that was fetched, its files into the vault. */
    @FunctionalInterface
    protected interface Reading {
        /** @throws Exception a rejected {@link HubException} when the message itself is wrong */
        Incoming read() throws Exception;
    }

    /** Hands over a message that has been read. */
    protected final Outcome handOver(Incoming incoming) throws Exception {
        return handOver(() -> incoming, () -> incoming);
    }

    /**
     * Hands one message over; after it the peer may be told.
     *
     * @param unread what is known of the message when it cannot be read; its files are what came
     * @throws Exception whatever is no refusal of this message: it must stay at the peer
     */
    protected final Outcome handOver(Reading reading, Reading unread) throws Exception {
        try {
            hand(reading, unread);
            return Outcome.TAKEN;
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED) {
                throw e;
            }
            String journey = e instanceof RefusedAnswer refused ? refused.journeyId() : "";
            LOG.warn("The hub refused a message, it is journalled as {}: {}", journey, e.sentence());
            return Outcome.REFUSED;
        }
    }

    /**
     * Refuses a message; its refusal is journalled.
     *
     * @param kept what is known of the message; its files are what came
     * @throws Exception whatever keeps the refusal from being journalled: the message must stay at the peer
     */
    protected final void refuse(HubException why, Reading kept) throws Exception {
        handOver(
                () -> {
                    throw why;
                },
                kept);
    }

    /**
     * Hands one message to the route; when this returns, the hub has it durably. One that cannot be read goes there too, so that its
     * refusal is journalled.
     *
     * @param unread what is known of the message when it cannot be read; its files are what came
     * @throws Exception what the route throws; a rejected {@link HubException} is journalled
     */
    protected final void hand(Reading reading, Reading unread) throws Exception {
        Incoming incoming;
        try {
            incoming = reading.read();
        } catch (HubException e) {
            if (e.kind() != FailureKind.REJECTED || e instanceof RefusedAnswer) {
                throw e;
            }
            hand(unread.read(), Optional.of(e));
            return;
        }
        hand(incoming, Optional.empty());
    }

    private void hand(Incoming incoming, Optional<HubException> unreadable) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            IncomingExchange.fill(exchange, incoming);
            unreadable.ifPresent(why -> exchange.setProperty("stadtbus.unreadable", why));
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
