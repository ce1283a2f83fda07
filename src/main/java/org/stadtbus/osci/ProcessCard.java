package org.stadtbus.osci;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The intermediary's proof of a delivery (Laufzettel).
 *
 * @param creation when the intermediary had it
 * @param forwarding when it gave it to the recipient
 * @param reception when the recipient confirmed that he has it
 * @param xml the whole card with the reports on certificates, as it came
 */
public record ProcessCard(
        String messageId, Instant creation, Optional<Instant> forwarding, Optional<Instant> reception, byte[] xml) {

    /** Reads a ProcessCardBundle. */
    static ProcessCard of(Element bundle) throws OsciException {
        Element card = Xml.require(bundle, "osci:ProcessCard");
        return new ProcessCard(
                messageId(bundle),
                time(card, "osci:Creation")
                        .orElseThrow(() -> new OsciException(OsciCode.ORDER, "Dem Laufzettel fehlt der Eingang.")),
                time(card, "osci:Forwarding"),
                time(card, "osci:Reception"),
                Xml.bytes(bundle));
    }

    private static Optional<Instant> time(Element card, String name) throws OsciException {
        String plain = Xml.text(card, name, "osci:Plain");
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(plain).toInstant());
        } catch (DateTimeParseException e) {
            throw new OsciException(OsciCode.ORDER, "Ein Zeitpunkt des Laufzettels ist nicht lesbar.", e);
        }
    }

    /** Message id below an element; empty when there is none. */
    public static String messageId(Element parent) throws OsciException {
        Optional<Element> id = Xml.find(parent, "osci:MessageId");
        return id.isEmpty() ? "" : new String(Certificates.base64(id.get()), UTF_8);
    }

    /** Adds a message id to an element. */
    public static void addMessageId(Element parent, String messageId) {
        Xml.add(parent, "osci:MessageId", Base64.getEncoder().encodeToString(messageId.getBytes(UTF_8)));
    }

    /** Writes the card below an answer, with a report that each of these certificates was looked at and is good. */
    public void write(Element answer, String subject, List<X509Certificate> inspected) {
        write(answer, "osci:ProcessCardBundle", subject, inspected);
    }

    /** As above, under another name, e.g. {@code osci:RequestProcessCardBundle}. */
    public void write(Element answer, String name, String subject, List<X509Certificate> inspected) {
        Element bundle = Xml.add(answer, name);
        addMessageId(bundle, messageId);
        Element card = Xml.add(bundle, "osci:ProcessCard");
        card.setAttribute(
                "RecentModification", text(reception.or(() -> forwarding).orElse(creation)));
        time(card, "osci:Creation", creation);
        forwarding.ifPresent(at -> time(card, "osci:Forwarding", at));
        reception.ifPresent(at -> time(card, "osci:Reception", at));
        if (!subject.isEmpty()) {
            Xml.add(card, "osci:Subject", subject);
        }
        Element report = Xml.add(bundle, "osci:InspectionReport");
        inspected.forEach(certificate -> inspection(report, certificate));
    }

    private void inspection(Element report, X509Certificate certificate) {
        Element inspection = Xml.add(report, "osci:Inspection");
        time(inspection, "osci:Timestamp", creation);
        Xml.add(
                inspection,
                "osci:X509SubjectName",
                certificate.getSubjectX500Principal().getName());
        Xml.add(
                inspection,
                "osci:X509IssuerName",
                certificate.getIssuerX500Principal().getName());
        Xml.add(
                inspection,
                "osci:X509SerialNumber",
                certificate.getSerialNumber().toString());
        Xml.add(inspection, "osci:CertType").setAttribute("Type", "unknown");
        Xml.add(inspection, "osci:MathResult").setAttribute("Result", "ok");
        Xml.add(inspection, "osci:OfflineResult").setAttribute("Result", "valid");
    }

    private static void time(Element parent, String name, Instant at) {
        Xml.add(Xml.add(parent, name), "osci:Plain", text(at));
    }

    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC).toString();
    }
}
