package org.stadtbus.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.EventType;
import org.stadtbus.journal.Events;
import org.stadtbus.journal.ReceivedEvent;

/** Journeys as they look on a working day; the sentences are the ones the hub writes. */
final class SampleJourneys {
    static final String BUILDING = "99012018001000";
    static final String TRADE = "99050012104000";
    static final String FORM = "urn:stadtbus:form:bauantrag:1.0";
    static final String APPLICATION = "baugenehmigung.antrag.0200";
    static final String UNIT = " Zuständig: Fachdienst 433 Bauordnung und Denkmalschutz.";
    private static final String HUB = "stadtbus";
    private static final String OFFICE = "bauantraege";
    private static final String FILES = "eakte-enaio";
    private static final String FIRE = "brandschutz-vorbeugend";

    private SampleJourneys() {}

    static Attachment attachment(String id, String purpose, String filename) {
        return new Attachment(
                id, filename, "application/pdf", purpose, 2_345_678, Ids.sha256((id + filename).getBytes(UTF_8)));
    }

    static List<ReceivedEvent> received(Events e, String channel) {
        e.channel(channel);
        return new ArrayList<>(List.of(e.event(
                EventType.RECEIVED,
                FORM,
                channel,
                "Antrag eingegangen.",
                JourneyState.RECEIVED,
                ("{\"antrag\":\"" + e.journeyId() + "\"}").getBytes(UTF_8))));
    }

    static List<ReceivedEvent> forwarded(Events e, String channel) {
        List<ReceivedEvent> all = received(e, channel);
        all.add(e.event(EventType.VALIDATED, FORM, HUB, "Gültig nach form-bauantrag."));
        all.add(e.event(
                EventType.MAPPED,
                APPLICATION,
                HUB,
                "Abgebildet mit bauantrag-to-xbau.",
                null,
                ("<antrag id='" + e.journeyId() + "'/>").getBytes(UTF_8)));
        all.add(e.event(EventType.VALIDATED, APPLICATION, HUB, "Gültig nach xbau-2.6."));
        all.add(e.event(EventType.HANDED_OVER, APPLICATION, OFFICE, "Zur Zustellung übergeben."));
        all.add(e.event(EventType.HANDED_OVER, APPLICATION, FILES, "Zur Zustellung übergeben."));
        all.add(e.event(EventType.HANDED_OVER, "baugenehmigung.beteiligung.0300", FIRE, "Zur Zustellung übergeben."));
        all.add(e.state(
                EventType.STATE, FORM, HUB, "Ihr Bauantrag liegt der Bauaufsicht vor.", JourneyState.FORWARDED));
        return all;
    }

    static List<ReceivedEvent> delivered(Events e, String channel) {
        List<ReceivedEvent> all = forwarded(e, channel);
        all.add(e.event(
                EventType.DELIVERED,
                APPLICATION,
                OFFICE,
                "Zugestellt, abgelegt als " + e.messageId(APPLICATION) + ".xml."));
        all.add(e.event(EventType.DELIVERED, APPLICATION, FILES, "Zugestellt, Akte 4711 angelegt."));
        all.add(e.event(
                EventType.DELIVERED,
                "baugenehmigung.beteiligung.0300",
                FIRE,
                "Zugestellt, Annahme bestätigt (HTTP 202)."));
        return all;
    }

    static List<ReceivedEvent> decided(Events e, String channel) {
        List<ReceivedEvent> all = delivered(e, channel);
        e.after(Duration.ofHours(20)).businessKey("63-2026-00012");
        all.add(e.event(
                EventType.ANSWERED,
                "baugenehmigung.formellePruefung.0201",
                OFFICE,
                "Antwort eingegangen.",
                null,
                "<pruefung/>".getBytes(UTF_8)));
        all.add(e.state(
                EventType.STATE, FORM, HUB, "Ihr Bauantrag ist vollständig und wird geprüft.", JourneyState.IN_REVIEW));
        e.after(Duration.ofHours(28));
        all.add(e.event(
                EventType.ANSWERED,
                "baugenehmigung.bescheid.0205",
                OFFICE,
                "Antwort eingegangen.",
                null,
                "<bescheid/>".getBytes(UTF_8)));
        all.add(e.state(
                EventType.STATE,
                FORM,
                HUB,
                "Über Ihren Bauantrag ist entschieden: Die Baugenehmigung ist erteilt.",
                JourneyState.DECIDED));
        return all;
    }

    static List<ReceivedEvent> delayed(Events e, String channel) {
        List<ReceivedEvent> all = forwarded(e, channel);
        for (int attempt : List.of(1, 2, 3, 4, 8, 16)) {
            all.add(e.event(
                    EventType.DELAYED,
                    APPLICATION,
                    FILES,
                    "Versuch " + attempt + ": Das Ziel hat mit HTTP 503 geantwortet. Der Hub versucht es weiter."));
            if (attempt == 2) {
                all.add(e.event(
                        EventType.DELAYED,
                        APPLICATION,
                        OFFICE,
                        "Versuch 1: Das Ziel ist nicht erreichbar oder hat die Verbindung abgebrochen (ConnectException)."
                                + " Der Hub versucht es weiter."));
            }
            e.after(Duration.ofSeconds(attempt));
        }
        all.add(e.event(
                EventType.DELIVERED,
                APPLICATION,
                OFFICE,
                "Zugestellt, abgelegt als " + e.messageId(APPLICATION) + ".xml."));
        return all;
    }

    static List<ReceivedEvent> clearing(Events e, String channel) {
        List<ReceivedEvent> all = forwarded(e, channel);
        all.add(e.event(EventType.DELIVERED, APPLICATION, OFFICE, "Zugestellt."));
        all.add(e.state(
                EventType.CLEARING,
                APPLICATION,
                FILES,
                "Die eAkte kennt das Aktenzeichen 63-2025-00999 nicht." + UNIT,
                JourneyState.CLEARING));
        return all;
    }

    static List<ReceivedEvent> rejected(Events e, String channel) {
        List<ReceivedEvent> all = received(e, channel);
        all.add(e.state(
                EventType.REJECTED,
                FORM,
                HUB,
                "Der Name enthält kyrillische Zeichen, die im Bauantrag nicht erlaubt sind (DIN 91379).",
                JourneyState.REJECTED));
        return all;
    }

    /** One of each kind, the last is the newest. */
    static List<ReceivedEvent> day(Instant start) {
        List<ReceivedEvent> all = new ArrayList<>();
        all.addAll(decided(
                building("BA-2026-000871", start)
                        .attachments(
                                attachment("lageplan", "Lageplan", "lageplan.pdf"),
                                attachment("bauzeichnung", "Bauzeichnung", "zeichnung.pdf")),
                "rest"));
        all.addAll(rejected(building("BA-2026-000872", start.plusSeconds(600)), "rest"));
        all.addAll(delivered(building("f7c1b9a4-5d0e-4c8e-9d55-0f4d6c1b7a21", start.plusSeconds(4000)), "fit-connect"));
        all.addAll(missing(building("BA-2026-000874", start.plusSeconds(5100)).businessKey("63-2026-00014")));
        all.addAll(delivered(
                building("0d5e1c52-7d1c-4a53-93a4-3a1f0e6f9f10", start.plusSeconds(90_000))
                        .unchecked()
                        .test(),
                "fit-connect"));
        all.addAll(clearing(building("BA-2026-000877", start.plusSeconds(93_000)), "rest"));
        all.addAll(delayed(
                building("BA-2026-000878", start.plusSeconds(95_000))
                        .attachments(attachment("a1", "Lageplan", "l.pdf")),
                "fit-connect"));
        all.addAll(received(Events.journey(TRADE, "GA-2026-000102", start.plusSeconds(95_400)), "rest"));
        return all;
    }

    static Events building(String reference, Instant start) {
        return Events.journey(BUILDING, reference, start);
    }

    private static List<ReceivedEvent> missing(Events e) {
        List<ReceivedEvent> all = delivered(e, "rest");
        all.add(e.event(EventType.ANSWERED, "baugenehmigung.formellePruefung.0201", OFFICE, "Antwort eingegangen."));
        all.add(e.state(
                EventType.STATE,
                FORM,
                HUB,
                "Zu Ihrem Bauantrag fehlen Unterlagen: Standsicherheitsnachweis, Entwässerungsplan.",
                JourneyState.DOCUMENTS_MISSING));
        return all;
    }
}
