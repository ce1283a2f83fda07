package org.stadtbus.sandbox.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;

/** OAuth 2.0 issuer of the city: client credentials grant (RFC 6749 section 4.4), signed JWT access tokens, JWKS. */
public final class TokenIssuer implements AutoCloseable {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final RSAKey key;
    private final Map<String, Client> clients;
    private final LocalServer server;

    /**
     * A client of the issuer.
     *
     * @param secret its password
     * @param scope scopes it gets, separated by blanks
     */
    public record Client(String secret, String scope) {}

    /**
     * @param port wished port, 0 for any
     * @param clients client id → client
     */
    public TokenIssuer(int port, RSAKey key, Map<String, Client> clients) {
        this.key = key;
        this.clients = Map.copyOf(clients);
        this.server = new LocalServer(port)
                .on("POST", "/token", this::token)
                .on("GET", "/jwks", request -> Answer.json(200, new JWKSet(key.toPublicJWK()).toString()))
                .start();
    }

    /** The issuer's name and address. */
    public URI uri() {
        return server.uri();
    }

    /** The server, for its port and faults. */
    public LocalServer server() {
        return server;
    }

    /** Secret of a client, for those who configure it. */
    public String secret(String clientId) {
        return Optional.ofNullable(clients.get(clientId)).orElseThrow().secret();
    }

    /** True when the request carries a token of this issuer that is valid now and holds the scope. */
    public boolean allows(Request request, String scope) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> header.substring("Bearer ".length()))
                .filter(token -> valid(token, scope))
                .isPresent();
    }

    private boolean valid(String token, String scope) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return jwt.verify(new RSASSAVerifier(key.toRSAPublicKey()))
                    && claims.getExpirationTime().toInstant().isAfter(Instant.now())
                    && Arrays.asList(claims.getStringClaim("scope").split(" ")).contains(scope);
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private Answer token(Request request) throws IOException {
        Map<String, String> form = Request.form(request.text());
        String[] basic = basic(request);
        String id = form.getOrDefault("client_id", basic[0]);
        String secret = form.getOrDefault("client_secret", basic[1]);
        Client client = clients.get(id);
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return Answer.json(400, "{\"error\":\"unsupported_grant_type\"}");
        }
        if (client == null || !client.secret().equals(secret)) {
            return Answer.json(401, "{\"error\":\"invalid_client\"}");
        }
        return Answer.json(
                200,
                Json.text(Map.of(
                        "access_token", issue(id, client),
                        "token_type", "Bearer",
                        "expires_in", LIFETIME.toSeconds(),
                        "scope", client.scope())));
    }

    private static String[] basic(Request request) {
        String given = request.header("Authorization")
                .filter(header -> header.startsWith("Basic "))
                .map(header -> new String(
                        Base64.getDecoder().decode(header.substring("Basic ".length())),
                        java.nio.charset.StandardCharsets.UTF_8))
                .orElse(":");
        String[] parts = given.split(":", 2);
        return parts.length == 2 ? parts : new String[] {"", ""};
    }

    private String issue(String id, Client client) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(uri().toString())
                .subject(id)
                .claim("scope", client.scope())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The issuer's key does not sign", e);
        }
        return jwt.serialize();
    }

    @Override
    public void close() {
        server.close();
    }
}
