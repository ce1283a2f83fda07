package org.stadtbus.flow;

import org.stadtbus.broker.Outbox;
import org.stadtbus.envelope.HubException;

/** Tells the sender of a message that it was refused and why. */
interface Rejection {

    /** Adds the refusal to the outbox: journal event and the answer to the sender. */
    void answer(Hop hop, HubException why, Outbox outbox);
}
