package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.stadtbus.intake.IntakeProperties;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.http.LocalServer;

class AccessTokensTest {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    private final AtomicInteger issued = new AtomicInteger();
    private volatile String validToken = "token-1";
    private final LocalServer server = new LocalServer(0)
            .on(
                    "POST",
                    "/token",
                    request -> Answer.json(
                            200, "{\"access_token\":\"token-" + issued.incrementAndGet() + "\",\"expires_in\":300}"))
            .on(
                    "GET",
                    "/v2/submissions",
                    request -> request.header("Authorization").orElse("").equals("Bearer " + validToken)
                            ? Answer.json(200, "{\"submissions\":[],\"totalCount\":0}")
                            : Answer.of(401))
            .start();

    private final FitConnectProperties settings = TestCity.settings(
            server.uri(), URI.create(server.uri() + "/token"), Path.of("unused"), Duration.ofHours(1));

    @AfterEach
    void stop() {
        server.close();
    }

    private AccessTokens at(Instant now) {
        return new AccessTokens(new Http(), settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aTokenIsKeptUntilShortlyBeforeItEnds() throws IOException {
        Instant[] now = {START};
        Clock clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        AccessTokens tokens = new AccessTokens(new Http(), settings, clock);

        assertThat(tokens.current()).isEqualTo("token-1");
        now[0] = START.plusSeconds(279);
        assertThat(tokens.current()).isEqualTo("token-1");
        now[0] = START.plusSeconds(281);
        assertThat(tokens.current()).isEqualTo("token-2");
    }

    @Test
    void aRefusedTokenIsReplacedAndTheRequestMadeAgain() throws IOException {
        AccessTokens tokens = at(START);
        FitConnectApi api = new FitConnectApi(
                new Http(),
                tokens,
                settings,
                new IntakeProperties(true, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1)));
        assertThat(api.waiting()).isEmpty();

        validToken = "token-2";
        assertThat(api.waiting()).isEmpty();
        assertThat(tokens.current()).isEqualTo("token-2");
    }

    @Test
    void withoutATokenThereIsAnExceptionAndTheNextTryAsksAgain() throws IOException {
        AccessTokens tokens = at(START);
        server.fault(new Fault.Error(503));
        assertThatThrownBy(tokens::current).isInstanceOf(IOException.class);

        server.fault(new Fault.None());
        assertThat(tokens.current()).isEqualTo("token-1");
    }
}
