package org.stadtbus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class RememberedTokensTest {
    private static final Instant MORNING = Instant.parse("2026-11-24T07:00:00Z");

    private final AtomicInteger checks = new AtomicInteger();
    private final JwtTimestampValidator time = new JwtTimestampValidator(Duration.ZERO);
    private final RememberedTokens tokens = new RememberedTokens(this::check, time);

    @BeforeEach
    void itIsMorning() {
        at(MORNING);
    }

    private void at(Instant now) {
        time.setClock(Clock.fixed(now, ZoneOffset.UTC));
    }

    private Jwt check(String token) {
        checks.incrementAndGet();
        if (!token.startsWith("good")) {
            throw new BadJwtException("Signature");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "PS256")
                .subject(token)
                .expiresAt(MORNING.plusSeconds(30))
                .build();
    }

    @Test
    void aGoodTokenIsCheckedOnce() {
        tokens.decode("good-1");

        assertThat(tokens.decode("good-1").getSubject()).isEqualTo("good-1");
        assertThat(tokens.decode("good-2").getSubject()).isEqualTo("good-2");
        assertThat(checks).hasValue(2);
    }

    @Test
    void aRememberedTokenEndsWhenItsTimeIsOver() {
        tokens.decode("good-1");

        at(MORNING.plusSeconds(31));

        assertThatThrownBy(() -> tokens.decode("good-1"))
                .isInstanceOf(JwtValidationException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void aBadTokenIsCheckedAndRefusedEachTime() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);

        assertThat(checks).hasValue(2);
    }
}
