package org.stadtbus.sandbox.dvdv;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Request;

/** Standalone authentication: a token for whoever signs with the key of a registered client certificate. */
final class Doorkeeper {
    private static final String BEARER = "EmbeddedBearer ";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int OK = 200;
    private static final int A_DAY = 86_400;

    private final Map<String, RSAPublicKey> clients = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    void admit(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
            clients.put("fp:" + HexFormat.of().formatHex(digest), (RSAPublicKey) certificate.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate can be encoded", e);
        }
    }

    void forgetTokens() {
        tokens.clear();
    }

    boolean knows(Request request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .filter(tokens::contains)
                .isPresent();
    }

    Answer token(Request request) throws IOException {
        Map<String, String> form = Request.form(request.text());
        boolean asked = "client_credentials".equals(form.get("grant_type"))
                && JWT_BEARER.equals(form.get("client_assertion_type"));
        if (!asked || !isSigned(form.getOrDefault("client_assertion", ""))) {
            return Problem.NO_CERTIFICATE.answer();
        }
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        return Answer.json(OK, Json.text(Map.of("access_token", token, "expires_in", A_DAY, "token_type", "Bearer")));
    }

    private boolean isSigned(String assertion) {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            RSAPublicKey key = clients.get(String.valueOf(jwt.getJWTClaimsSet().getSubject()));
            return key != null
                    && JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new RSASSAVerifier(key))
                    && jwt.getJWTClaimsSet().getExpirationTime().toInstant().isAfter(Instant.now());
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }
}
