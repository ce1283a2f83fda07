package org.stadtbus.security;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** How access tokens are checked: signature, time, issuer and, where configured, audience. */
final class Tokens {
    private static final List<SignatureAlgorithm> ALGORITHMS = List.of(
            SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.PS512, SignatureAlgorithm.ES256);

    private Tokens() {}

    /** A decoder that asks the issuer for its keys when the first token comes, so that the hub starts without it. */
    static JwtDecoder decoder(TokenProperties properties) {
        if (properties.issuerUri() == null && properties.jwkSetUri() == null) {
            return token -> {
                throw new BadJwtException("No issuer is configured");
            };
        }
        return new RememberedTokens(new SupplierJwtDecoder(() -> build(properties)), new JwtTimestampValidator());
    }

    private static JwtDecoder build(TokenProperties properties) {
        NimbusJwtDecoder decoder = keys(properties)
                .jwsAlgorithms(allowed -> allowed.addAll(ALGORITHMS))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators(properties)));
        return decoder;
    }

    private static NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder keys(TokenProperties properties) {
        String keys = properties.jwkSetUri();
        return keys == null
                ? NimbusJwtDecoder.withIssuerLocation(String.valueOf(properties.issuerUri()))
                : NimbusJwtDecoder.withJwkSetUri(keys);
    }

    private static List<OAuth2TokenValidator<Jwt>> validators(TokenProperties properties) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>(List.of(new JwtTimestampValidator()));
        String issuer = properties.issuerUri();
        if (issuer != null) {
            validators.add(new JwtIssuerValidator(issuer));
        }
        String audience = properties.audience();
        if (audience != null) {
            validators.add(new JwtClaimValidator<@Nullable List<String>>(
                    JwtClaimNames.AUD, named -> named != null && named.contains(audience)));
        }
        return validators;
    }
}
