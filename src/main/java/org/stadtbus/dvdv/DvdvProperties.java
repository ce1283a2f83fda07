package org.stadtbus.dvdv;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code stadtbus.dvdv.*}; {@code url} makes the hub ask the DVDV.
 *
 * @param url base address of the DVDV operator, e.g. {@code https://dvdv.betreiber.example/dvdv2-backend}
 * @param bundle name of the SSL bundle with the client certificate registered in the DVDV, its RSA key and the authorities trusted
 * @param connectTimeout until a connection stands
 * @param requestTimeout until an answer is there as a whole
 * @param refreshAfter age from which an answer is asked for anew; while the DVDV is away it is used on
 * @param keep age from which an answer is not used any more, even where the DVDV names a later end or none
 * @param retryAfter pause after a failed question; until then only what is remembered answers
 * @param maxEntries answers remembered of each kind (authorities, services, certificates)
 */
@Validated
@ConditionalOnProperty("stadtbus.dvdv.url")
@ConfigurationProperties("stadtbus.dvdv")
public record DvdvProperties(
        @NotNull URI url,
        @NotBlank String bundle,
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("10s") Duration requestTimeout,
        @NotNull @DefaultValue("15m") Duration refreshAfter,
        @NotNull @DefaultValue("24h") Duration keep,
        @NotNull @DefaultValue("30s") Duration retryAfter,
        @Min(1) @DefaultValue("1000") int maxEntries) {}
