package org.stadtbus.broker;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the embedded broker.
 *
 * @param journalSyncMicros how long the journal gathers writes before it syncs, in microseconds; the default of 100 gives
 *     the best latency on a disk with fast fsync (docs/stack, measured)
 * @param duplicateKeys how many duplicate keys each queue remembers, also through a restart
 */
@Validated
@ConfigurationProperties("stadtbus.broker")
public record BrokerProperties(
        @Positive @DefaultValue("100") int journalSyncMicros, @Positive @DefaultValue("100000") int duplicateKeys) {}
