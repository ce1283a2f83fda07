package org.stadtbus.console;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.catalogue.Procedure;
import org.stadtbus.catalogue.ServiceRoute;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries.Journey;

/** German words for ids, out of the catalogue where it has them. */
@Component
class Names {
    private static final Map<String, String> HUB = Map.of(
            "stadtbus", "Stadtbus", "konsole", "Konsole", "rest", "Online-Formular", "fit-connect", "FIT-Connect");
    private static final String CLEARING =
            "Zu Ihrem Antrag gibt es eine Rückfrage im Haus. Wir kümmern uns darum, Sie müssen nichts tun.";

    private final Catalogue catalogue;

    Names(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What people call a procedure, a channel or the hub itself; the id where nobody named it. */
    String system(String id) {
        String known = HUB.get(id);
        return known == null ? catalogue.find(id).map(Procedure::name).orElse(id) : known;
    }

    /** The unit's name; its slug where the catalogue knows none. */
    String unit(String slug) {
        return catalogue.unitName(slug).orElse(slug);
    }

    /** What a journey is about: its service; what belongs to none, such as a stranger's message, by where it came in. */
    String title(Journey journey) {
        String leikaKey = journey.service();
        if (leikaKey.isEmpty()) {
            return "Eingang bei »" + system(journey.channel()) + "«, keiner Leistung zugeordnet";
        }
        return catalogue.findRoute(leikaKey).map(ServiceRoute::title).orElse("Leistung " + leikaKey);
    }

    /** What the applicant may read; the reasons behind a clearing case are for the house. */
    String forApplicant(Journey journey) {
        boolean worded = journey.state() != JourneyState.CLEARING && journey.state() != JourneyState.RECEIVED;
        return worded
                ? journey.stateSentence()
                : catalogue
                        .findRoute(journey.service())
                        .flatMap(route -> route.sentence(journey.state().code()))
                        .orElse(journey.state() == JourneyState.CLEARING ? CLEARING : journey.stateSentence());
    }
}
