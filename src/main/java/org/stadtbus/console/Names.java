package org.stadtbus.console;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Journey;

/** German words for ids, out of the catalogue where there is one. */
@Component
class Names {
    private static final Map<String, String> HUB = Map.of(
            "stadtbus", "Stadtbus", "konsole", "Konsole", "rest", "Online-Formular", "fit-connect", "FIT-Connect");
    private static final String CLEARING =
            "Zu Ihrem Antrag gibt es eine Rückfrage im Haus. Wir kümmern uns darum, Sie müssen nichts tun.";

    private final ProcedureNames procedures;
    private final Optional<ServiceTexts> services;

    Names(ObjectProvider<ProcedureNames> procedures, ObjectProvider<ServiceTexts> services) {
        this.procedures = procedures.getIfAvailable(() -> id -> id);
        this.services = Optional.ofNullable(services.getIfAvailable());
    }

    String system(String id) {
        String known = HUB.get(id);
        return known == null ? procedures.nameOf(id) : known;
    }

    String service(String leikaKey) {
        if (leikaKey.isEmpty()) {
            return "Leistung unbekannt";
        }
        return services.flatMap(s -> s.titleOf(leikaKey)).orElse("Leistung " + leikaKey);
    }

    /** What the applicant may read; the reasons behind a clearing case are for the house. */
    String forApplicant(Journey journey) {
        boolean worded = journey.state() != JourneyState.CLEARING && journey.state() != JourneyState.RECEIVED;
        return worded
                ? journey.stateSentence()
                : services.flatMap(s -> s.sentenceFor(journey.service(), journey.state()))
                        .orElse(journey.state() == JourneyState.CLEARING ? CLEARING : journey.stateSentence());
    }
}
