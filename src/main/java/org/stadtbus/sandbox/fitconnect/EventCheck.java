package org.stadtbus.sandbox.fitconnect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/** Checks a subscriber's security event token (RFC 8417) as the zustelldienst does: signature, claims, event, proof of content. */
final class EventCheck {
    private static final List<String> PROBLEM = List.of("type", "title", "detail", "instance");
    private static final String EVENTS = "https://schema.fitko.de/fit-connect/events/";

    private final RSAKey subscriberKey;

    EventCheck(RSAKey subscriberKey) {
        this.subscriberKey = subscriberKey;
    }

    /** What came of the check: the event's name, e.g. {@code accept-submission}. */
    sealed interface Outcome {
        record Good(String event) implements Outcome {}

        record Bad(String why) implements Outcome {}
    }

    /** @param tags authentication tags of the submission's attachments by id */
    Outcome check(String token, Submission submission, Map<String, String> tags) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            String fault = fault(jwt, submission);
            return fault.isEmpty() ? event(jwt.getJWTClaimsSet(), submission, tags) : new Outcome.Bad(fault);
        } catch (ParseException | JOSEException e) {
            return new Outcome.Bad("not a security event token");
        }
    }

    private String fault(SignedJWT jwt, Submission submission) throws JOSEException, ParseException {
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        if (!JWSAlgorithm.PS512.equals(jwt.getHeader().getAlgorithm())) {
            return "alg must be PS512";
        }
        if (!new JOSEObjectType("secevent+jwt").equals(jwt.getHeader().getType())) {
            return "typ must be secevent+jwt";
        }
        if (!subscriberKey.getKeyID().equals(jwt.getHeader().getKeyID())
                || !jwt.verify(new RSASSAVerifier(subscriberKey.toRSAPublicKey()))) {
            return "signature is not the subscriber's";
        }
        if (!("submission:" + submission.id()).equals(claims.getSubject())
                || !("case:" + submission.caseId()).equals(claims.getClaim("txn"))) {
            return "sub or txn name another submission";
        }
        return claims.getJWTID() == null
                        || claims.getIssueTime() == null
                        || !submission.destinationId().equals(claims.getIssuer())
                ? "jti, iat or iss is missing"
                : "";
    }

    private Outcome event(JWTClaimsSet claims, Submission submission, Map<String, String> tags) throws ParseException {
        Map<String, Object> events = claims.getJSONObjectClaim("events");
        if (events == null || events.size() != 1) {
            return new Outcome.Bad("exactly one event is expected");
        }
        String name = events.keySet().iterator().next();
        Map<?, ?> payload = events.get(name) instanceof Map<?, ?> map ? map : Map.of();
        if (name.equals(EVENTS + "reject-submission")) {
            return explained(payload)
                    ? new Outcome.Good("reject-submission")
                    : new Outcome.Bad("problems need type, title, detail and instance");
        }
        if (!name.equals(EVENTS + "accept-submission")) {
            return new Outcome.Bad("a subscriber may not send " + name);
        }
        Map<String, Object> expected = Map.of(
                "data", tag(submission.encryptedData()),
                "metadata", tag(submission.encryptedMetadata()),
                "attachments", tags);
        return expected.equals(payload.get("authenticationTags"))
                ? new Outcome.Good("accept-submission")
                : new Outcome.Bad("authenticationTags do not fit");
    }

    private static boolean explained(Map<?, ?> payload) {
        return payload.get("problems") instanceof List<?> problems
                && !problems.isEmpty()
                && problems.stream()
                        .allMatch(p -> p instanceof Map<?, ?> problem
                                && PROBLEM.stream()
                                        .allMatch(key -> problem.get(key) instanceof String text && !text.isEmpty()));
    }

    static String tag(String jwe) {
        return jwe.substring(jwe.lastIndexOf('.') + 1);
    }
}
