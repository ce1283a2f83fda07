package org.stadtbus.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Whose access tokens the API takes. Without {@code issuerUri} and {@code jwkSetUri} it takes none.
 *
 * @param issuerUri expected {@code iss} claim; also where the keys are found when {@code jwkSetUri} is absent (OpenID Connect
 *     Discovery)
 * @param jwkSetUri where the issuer's public keys are
 * @param audience expected {@code aud} claim; absent when the issuer sets none
 */
@Validated
@ConfigurationProperties("stadtbus.security")
public record TokenProperties(@Nullable String issuerUri, @Nullable String jwkSetUri, @Nullable String audience) {}
