package org.stadtbus.connector.soap.source;

import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.Incoming;

/** The way from the port into the hub. */
interface Handover {

    /**
     * Gives one message to the route; when this returns, the hub has it durably.
     *
     * @return the hub's message id of it, the same for a repetition
     * @throws HubException as the intake's failures; transient for whatever else the route throws
     */
    String take(Incoming incoming);

    /**
     * Has a call refused and journalled that cannot be taken.
     *
     * @param incoming what is known of it, without bytes
     * @return what to tell the caller: this refusal, or a transient failure when it could not be journalled
     */
    HubException refuse(Incoming incoming, HubException why);
}
