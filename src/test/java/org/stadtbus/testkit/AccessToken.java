package org.stadtbus.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An access token as the city's issuer signs them, but with whatever in it a test wants. */
public final class AccessToken {
    private final RSAKey key;
    private final String issuer;
    private String scope = "";
    private String subject = "jemand";
    private List<String> units = List.of();
    private Duration lifetime = Duration.ofMinutes(5);

    private AccessToken(RSAKey key, String issuer) {
        this.key = key;
        this.issuer = issuer;
    }

    /** A token for this hub, signed with this key. */
    public static AccessToken of(RSAKey key, RunningHub hub) {
        return new AccessToken(key, String.valueOf(hub.city().hubSettings().get("stadtbus.security.issuer-uri")));
    }

    public AccessToken scope(String wanted) {
        scope = wanted;
        return this;
    }

    public AccessToken subject(String wanted) {
        subject = wanted;
        return this;
    }

    /** Slugs of the units whose clearing cases its bearer may see; none is said where none are given. */
    public AccessToken units(String... wanted) {
        units = List.of(wanted);
        return this;
    }

    /** May be negative: then it has ended already. */
    public AccessToken lifetime(Duration wanted) {
        lifetime = wanted;
        return this;
    }

    /** The token as a bearer sends it. */
    public String sign() {
        Instant now = Instant.now();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .claim("scope", scope)
                        .claim("units", units.isEmpty() ? null : units)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(lifetime)))
                        .build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
