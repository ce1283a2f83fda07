package org.stadtbus.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a minute which tokens were good, so that a system's signature is not checked again for each of its messages. The
 * time a token is valid for is checked each time; a signing key that the issuer withdraws is believed a minute longer.
 */
final class RememberedTokens implements JwtDecoder {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> time;
    private final Cache<String, Jwt> good =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MINUTE).build();

    /**
     * @param decoder checks everything, at the first time
     * @param time checks what changes while the token stays the same
     */
    RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> time) {
        this.decoder = decoder;
        this.time = time;
    }

    @Override
    public Jwt decode(String token) {
        // two calls with a new token at the same time may both check it; none waits for the other
        Jwt known = good.getIfPresent(token);
        if (known == null) {
            Jwt checked = decoder.decode(token);
            good.put(token, checked);
            return checked;
        }
        OAuth2TokenValidatorResult result = time.validate(known);
        if (result.hasErrors()) {
            good.invalidate(token);
            throw new JwtValidationException(
                    result.getErrors().iterator().next().getDescription(), result.getErrors());
        }
        return known;
    }
}
