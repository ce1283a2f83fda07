package org.stadtbus.console;

import java.util.Optional;
import org.stadtbus.envelope.JourneyState;

/** What people call a service, and what its states mean for the applicant. */
public interface ServiceTexts {
    /** Title of the service with this LeiKa key; empty when it is unknown. */
    Optional<String> titleOf(String leikaKey);

    /** The sentence the service has for the applicant in this state; empty when it has none. */
    Optional<String> sentenceFor(String leikaKey, JourneyState state);
}
