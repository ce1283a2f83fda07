package org.stadtbus.cli.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;

/** Issues access tokens that outlive the whole bench, so that no token is fetched while something is measured. */
final class BenchTokens implements AutoCloseable {
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final int KEY_BITS = 2048;

    private final RSAKey key;
    private final LocalServer server;

    BenchTokens() throws JOSEException {
        RSAKey made = new RSAKeyGenerator(KEY_BITS).keyID("bench").generate();
        this.key = made;
        this.server = new LocalServer(0)
                .on("GET", "/jwks", request -> Answer.json(200, new JWKSet(made.toPublicJWK()).toString()))
                .start();
    }

    URI issuer() {
        return server.uri();
    }

    URI keys() {
        return server.uri().resolve("/jwks");
    }

    /** A token of this subject with this scope. */
    String issue(String subject, String scope) throws JOSEException {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer().toString())
                        .subject(subject)
                        .claim("scope", scope)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Override
    public void close() {
        server.close();
    }
}
