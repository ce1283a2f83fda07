package org.stadtbus.journal;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the journal.
 *
 * @param timestampUrl HTTP address of a time stamp authority (RFC 3161) that stamps every checkpoint; absent: none is asked
 * @param timestampPause how long after a failure the authority is asked again
 * @param checkpointInterval a checkpoint is made with the first event that comes later than this after the one before, also when
 *     1,000 events are not reached
 */
@Validated
@ConfigurationProperties("stadtbus.journal")
public record JournalProperties(
        @Nullable URI timestampUrl,
        @NotNull @DefaultValue("1m") Duration timestampPause,
        @NotNull @DefaultValue("1h") Duration checkpointInterval) {}
