package org.stadtbus.connector.osci;

import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/** Says who is to read a message. */
@FunctionalInterface
interface Readers {
    /** @throws HubException when nobody can be found now, or ever */
    Reader of(Message message);
}
