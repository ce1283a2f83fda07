package org.stadtbus.broker;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.stadtbus.catalogue.Retry;

/** How the hub's queues behave: the same for the embedded broker and for an external one. */
final class QueueSettings {
    private static final Retry INSIDE = new Retry(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0);
    /** Without a pause a batch that is rolled back keeps its place; the listener makes its own pauses. */
    private static final Retry IN_ORDER = new Retry(Duration.ZERO, 1, Duration.ZERO, 0);

    private static final long MEMORY_PER_QUEUE = 16L * 1024 * 1024;
    /** Artemis otherwise keeps every group it ever saw in memory. */
    private static final int GROUPS_PER_QUEUE = 1024;

    /** Bytes; the projection takes all that comes, in order, and asking for each message alone costs it more than the message. */
    private static final int PREFETCH_OF_THE_JOURNAL = 4 * 1024 * 1024;

    private static final int BEATS_KEPT = 4;
    /** Of each notebook; a note matters from the first attempt to hand a message over until the last. */
    private static final long NOTES_KEPT = 5_000;

    /** The newest bookmark stands; the one before it is kept for the moment in which it comes. */
    private static final long BOOKMARKS_KEPT = 2;

    private final BrokerProperties properties;

    QueueSettings(BrokerProperties properties) {
        this.properties = properties;
    }

    /** Queue name or pattern → settings. */
    Map<String, AddressSettings> all() {
        Map<String, AddressSettings> all = new LinkedHashMap<>();
        all.put(Queues.JOURNAL, settings(IN_ORDER).setDefaultConsumerWindowSize(PREFETCH_OF_THE_JOURNAL));
        all.put(Queues.INTAKE, settings(INSIDE).setIDCacheSize(properties.duplicateKeys()));
        all.put(Queues.ANSWERS, settings(INSIDE).setIDCacheSize(properties.duplicateKeys()));
        all.put(Queues.CLEARING, shelf());
        all.put(Queues.MAILBOXES, shelf());
        all.put(Queues.NOTES, shelf().setDefaultRingSize(NOTES_KEPT));
        all.put(Queues.BOOKMARKS, shelf().setDefaultRingSize(BOOKMARKS_KEPT));
        all.put(Queues.LEASES, beats());
        all.put(Queues.delivery("#"), delivery());
        // the pattern for all queues is not the hub's on an external broker, which deletes an empty queue
        all.put(Queues.EXPIRED, others());
        all.put(Queues.PROOFS, others());
        all.put(Queues.ORDERS, others());
        return all;
    }

    /** The dispatcher makes the pauses itself; what is rolled back keeps its place. What waits too long is for {@link Queues#EXPIRED}. */
    private AddressSettings delivery() {
        return settings(IN_ORDER).setExpiryAddress(SimpleString.of(Queues.EXPIRED));
    }

    /** A message is asked for by its label: at once after a roll-back, and however many lie before it in the paging files. */
    private AddressSettings shelf() {
        return settings(IN_ORDER).setMaxReadPageMessages(-1).setMaxReadPageBytes(Integer.MAX_VALUE);
    }

    /** What holds for queues without settings of their own. */
    AddressSettings others() {
        return settings(INSIDE);
    }

    private AddressSettings settings(Retry retry) {
        AddressSettings settings = new AddressSettings();
        settings.setMaxDeliveryAttempts(-1);
        // no prefetch: a message that must wait for its next attempt keeps no neighbour waiting
        settings.setDefaultConsumerWindowSize(0);
        settings.setDeadLetterAddress(SimpleString.of("DLQ")).setExpiryAddress(SimpleString.of("ExpiryQueue"));
        settings.setRedeliveryDelay(retry.initial().toMillis());
        settings.setRedeliveryMultiplier(retry.multiplier());
        settings.setRedeliveryCollisionAvoidanceFactor(0.15);
        settings.setMaxRedeliveryDelay(retry.max().toMillis());
        settings.setAutoCreateAddresses(true).setAutoCreateQueues(true);
        settings.setAutoDeleteAddresses(false).setAutoDeleteQueues(false);
        settings.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
        settings.setMaxSizeBytes(MEMORY_PER_QUEUE);
        settings.setIDCacheSize(properties.duplicateKeysOfAHop());
        // a hub node that joins gets its share of the groups, once those in hand are done
        settings.setDefaultGroupBuckets(GROUPS_PER_QUEUE);
        settings.setDefaultGroupRebalance(true).setDefaultGroupRebalancePauseDispatch(true);
        settings.setRedistributionDelay(0);
        return settings;
    }

    private AddressSettings beats() {
        return settings(IN_ORDER).setDefaultExclusiveQueue(true).setDefaultRingSize(BEATS_KEPT);
    }
}
