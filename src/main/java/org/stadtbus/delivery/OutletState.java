package org.stadtbus.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How deliveries to one procedure stand.
 *
 * @param procedure its id
 * @param name as people call it
 * @param activity what the hub does with its messages
 * @param orderedBy who ordered the pause or the draining; absent when nobody did
 * @param since since when it is so, where that is known
 * @param until when it ends by itself, where that is known
 * @param waiting messages not yet delivered, also those in back-off and in hand
 * @param postponed how many of them wait for a later attempt
 * @param oldest when the oldest of those that could go came
 */
public record OutletState(
        String procedure,
        String name,
        Activity activity,
        @Nullable String orderedBy,
        Optional<Instant> since,
        Optional<Instant> until,
        long waiting,
        long postponed,
        Optional<Instant> oldest) {

    /** What the hub does with the messages of a procedure. */
    public enum Activity {
        /** They are delivered. */
        RUNNING("läuft"),
        /** An operator ordered that nothing is delivered. */
        PAUSED("angehalten"),
        /** An operator ordered that what waited then is delivered and nothing newer. */
        DRAINING("fährt leer"),
        /** A maintenance window of the catalogue. */
        MAINTENANCE("Wartungsfenster"),
        /** The target failed too often; one message probes from time to time. */
        TARGET_DOWN("Ziel gestört"),
        /** A short pause: the rate is used up, the target asked for it, or the broker has trouble. */
        HELD("kurze Pause");

        private final String label;

        Activity(String label) {
            this.label = label;
        }

        /** German label on screen. */
        public String label() {
            return label;
        }
    }
}
