package org.stadtbus.retention;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the vault is cleared up.
 *
 * @param every pause between two runs, and before the first; default 6 h
 * @param grace how long after the day it was stored a copy stays in any case, for messages that are just coming in; default 24 h
 * @param unassigned how long answers stay that joined no journey of a service; default 90 days
 */
@Validated
@ConfigurationProperties("stadtbus.retention")
public record RetentionProperties(
        @NotNull @DefaultValue("6h") Duration every,
        @NotNull @DefaultValue("24h") Duration grace,
        @NotNull @DefaultValue("P90D") Period unassigned) {}
