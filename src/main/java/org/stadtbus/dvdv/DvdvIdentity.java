package org.stadtbus.dvdv;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.ssl.SslBundle;

/**
 * Who the hub is for the DVDV.
 *
 * @param key private RSA key of the client certificate
 * @param fingerprint SHA-1 of the certificate in DER, 40 hexadecimal digits
 */
record DvdvIdentity(PrivateKey key, String fingerprint) {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    /**
     * The bundle's key and certificate.
     *
     * @throws org.stadtbus.envelope.HubException permanent ({@code dvdv-key}) when the bundle has no RSA key with certificate
     */
    static DvdvIdentity of(String name, SslBundle bundle) {
        try {
            KeyStore store = Optional.ofNullable(bundle.getStores().getKeyStore())
                    .orElseThrow(() -> new GeneralSecurityException("No key store"));
            String alias = alias(bundle, store);
            if (store.getKey(alias, password(bundle)) instanceof RSAPrivateKey rsa) {
                byte[] certificate = store.getCertificate(alias).getEncoded();
                return new DvdvIdentity(
                        rsa,
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-1").digest(certificate)));
            }
            throw new GeneralSecurityException("No RSA key");
        } catch (GeneralSecurityException e) {
            throw DvdvFailures.key(name, e);
        }
    }

    private static String alias(SslBundle bundle, KeyStore store) throws GeneralSecurityException {
        List<String> aliases =
                Optional.ofNullable(bundle.getKey().getAlias()).map(List::of).orElse(Collections.list(store.aliases()));
        for (String alias : aliases) {
            if (store.isKeyEntry(alias)) {
                return alias;
            }
        }
        throw new GeneralSecurityException("No key entry");
    }

    private static char[] password(SslBundle bundle) {
        return Optional.ofNullable(bundle.getKey().getPassword())
                .or(() -> Optional.ofNullable(bundle.getStores().getKeyStorePassword()))
                .orElse("")
                .toCharArray();
    }

    /**
     * What the hub asks for a token with: an RS256 JWT whose subject is {@code fp:<fingerprint>} (DVDV2 öffentliche API, createToken).
     *
     * @param audience the token endpoint
     */
    String assertion(URI audience, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("fp:" + fingerprint)
                .issuer("fp:" + fingerprint)
                .audience(audience.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every RSA key can sign with RS256", e);
        }
        return jwt.serialize();
    }
}
