package org.stadtbus.connector.osci;

import java.util.Optional;
import org.stadtbus.envelope.HubException;
import org.stadtbus.osci.Content;

/** Says whether a message can be from whom it names as its author. */
@FunctionalInterface
interface Authors {
    /**
     * Looks who signed.
     *
     * @return why it is refused; empty when nothing speaks against it
     * @throws HubException transient when nobody can say at the moment
     */
    Optional<HubException> objection(Content content);
}
