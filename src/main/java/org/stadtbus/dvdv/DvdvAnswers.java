package org.stadtbus.dvdv;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stadtbus.standards.AuthorityService;
import org.stadtbus.standards.AuthorityService.Element;

/** Reads what the DVDV answers (schemas OrganizationDescription, Service, VerificationResult). */
final class DvdvAnswers {
    private static final String CIPHER = "cipherCertificate";
    private static final String SIGNATURE = "signatureCertificate";

    private DvdvAnswers() {}

    /** The authority's German name, valid as long as the authority. */
    static Optional<Found<String>> authority(JsonNode description, Instant now) {
        JsonNode organisation = description.path("organization");
        return valid(required(organisation, "nameDe"), Stream.of(organisation), now);
    }

    /** The service, valid as long as itself and every certificate it names. */
    static Optional<Found<AuthorityService>> service(JsonNode service, String uri, Instant now) {
        List<Element> elements = new ArrayList<>();
        List<JsonNode> bounds = new ArrayList<>(List.of(service));
        for (JsonNode element : service.path("serviceElements")) {
            bounds.add(element.path(CIPHER));
            bounds.add(element.path(SIGNATURE));
            elements.add(new Element(
                    text(element, "serviceElementName"),
                    type(element),
                    text(element, "serviceElementUri"),
                    text(element, "serviceElementText"),
                    text(certificate(element), "content")));
        }
        return valid(new AuthorityService(uri, required(service, "nameDe"), elements), bounds.stream(), now);
    }

    static Found<Boolean> verified(JsonNode result) {
        JsonNode verified = result.path("verifyCategory");
        if (!verified.isBoolean()) {
            throw DvdvFailures.unreadable(new IllegalStateException("The answer lacks verifyCategory"));
        }
        return new Found<>(verified.booleanValue(), Instant.MAX);
    }

    /** A type of the installation's own goes before the nearest one of the standard. */
    private static String type(JsonNode element) {
        String custom = text(element, "customServiceElementType");
        return custom.isEmpty() ? text(element, "serviceElementType") : custom;
    }

    /** An element can have both; which one it is about its type says. */
    private static JsonNode certificate(JsonNode element) {
        boolean signature = type(element).equals("SIGNATURE_CERTIFICATE");
        JsonNode wanted = element.path(signature ? SIGNATURE : CIPHER);
        return wanted.isObject() ? wanted : element.path(signature ? CIPHER : SIGNATURE);
    }

    private static <V> Optional<Found<V>> valid(V value, Stream<JsonNode> bounds, Instant now) {
        Instant end = Instant.MAX;
        for (JsonNode bound : bounds.toList()) {
            if (instant(bound, "validFrom", Instant.MIN).isAfter(now)) {
                return Optional.empty();
            }
            end = earlier(end, instant(bound, "validTo", Instant.MAX));
            end = earlier(end, instant(bound, "revocationDate", Instant.MAX));
        }
        return end.isAfter(now) ? Optional.of(new Found<>(value, end)) : Optional.empty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant instant(JsonNode node, String field, Instant otherwise) {
        String text = text(node, field);
        try {
            return text.isEmpty() ? otherwise : Instant.parse(text);
        } catch (DateTimeException e) {
            throw DvdvFailures.unreadable(e);
        }
    }

    private static String required(JsonNode node, String field) {
        String text = text(node, field);
        if (text.isEmpty()) {
            throw DvdvFailures.unreadable(new IllegalStateException("The answer lacks " + field));
        }
        return text;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }
}
