package org.stadtbus.broker;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the broker and of the hub's way to it. Where an external broker is, who may use it and with which keys is said by
 * {@code spring.artemis.*} (docs/broker.md).
 *
 * @param journalSyncMicros how long the embedded broker's journal gathers writes before it syncs, in microseconds; the default of
 *     100 gives the best latency on a disk with fast fsync (docs/stack, measured)
 * @param duplicateKeys how many duplicate keys each intake and answer queue remembers, also through a restart: so many newer
 *     messages of the same service a sender may let pass before it repeats one; a key takes about 240 bytes of the broker's heap
 *     (measured with Artemis 2.40), so 20,000 take 5 MB where they are used
 * @param duplicateKeysOfAHop the same for every other queue; covers the seconds between a hop whose commit was not confirmed and its
 *     repetition. 400 queues take 3 MB when idle and at most 200 MB with the default
 * @param callTimeout how long the hub waits for the broker's answer to one call before it gives up
 * @param startPatience how long a starting hub waits for the broker
 */
@Validated
@ConfigurationProperties("stadtbus.broker")
public record BrokerProperties(
        @Positive @DefaultValue("100") int journalSyncMicros,
        @Positive @DefaultValue("20000") int duplicateKeys,
        @Positive @DefaultValue("2000") int duplicateKeysOfAHop,
        @DefaultValue("15s") Duration callTimeout,
        @DefaultValue("2m") Duration startPatience) {}
