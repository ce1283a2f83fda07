package org.stadtbus.connector.fitconnect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Ids;

/** Signs the subscriber's answers as security event tokens (RFC 8417), PS512. The same answer has the same {@code jti}. */
final class EventSigner {
    private static final String EVENTS = "https://schema.fitko.de/fit-connect/events/";

    private final RSAKey key;
    private final String destinationId;
    private final Clock clock;

    EventSigner(RSAKey key, String destinationId, Clock clock) {
        this.key = key;
        this.destinationId = destinationId;
        this.clock = clock;
    }

    /** {@code accept-submission}, with the proof of what was accepted. */
    String accepted(Waiting ids, Opened.Tags tags) {
        return sign(
                ids,
                "accept-submission",
                Map.of(
                        "authenticationTags",
                        Map.of(
                                "metadata", tags.metadata(),
                                "data", tags.data(),
                                "attachments", tags.attachments())));
    }

    /** {@code reject-submission}, with the reason. */
    String rejected(Waiting ids, HubException why) {
        return sign(ids, "reject-submission", Map.of("problems", List.of(Problem.of(why))));
    }

    private String sign(Waiting ids, String event, Map<String, Object> payload) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(destinationId)
                .issueTime(Date.from(Instant.now(clock)))
                .jwtID(Ids.derived(ids.submissionId(), event))
                .subject("submission:" + ids.submissionId())
                .claim("txn", "case:" + ids.caseId())
                .claim("events", Map.of(EVENTS + event, payload))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.PS512)
                .type(new JOSEObjectType("secevent+jwt"))
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw HubException.temporary("event-unsigned", "Das Ereignis ließ sich nicht unterschreiben.", e);
        }
        return token.serialize();
    }
}
