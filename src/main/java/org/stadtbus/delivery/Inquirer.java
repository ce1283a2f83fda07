package org.stadtbus.delivery;

import java.util.Optional;
import org.stadtbus.envelope.Message;

/** A target that can be asked again for its proof. */
@FunctionalInterface
interface Inquirer {

    /**
     * Asks; nothing is handed over.
     *
     * @param peerId the target's own id of the message
     * @return what it says now; empty when it knows no such message any more
     * @throws Exception whatever goes wrong on the way, and permanent when the target reports that the message did not arrive
     */
    Optional<Receipt> inquire(Message message, String peerId) throws Exception;
}
