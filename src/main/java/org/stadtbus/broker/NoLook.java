package org.stadtbus.broker;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** An external broker shows nobody the messages that are scheduled or in hand, so nothing is said about them. */
@Component
@ConditionalOnBooleanProperty(name = "spring.artemis.embedded.enabled", havingValue = false)
final class NoLook implements Waiting.Look {

    @Override
    public Waiting now() {
        throw new HubException(
                FailureKind.TRANSIENT,
                "queues-unreadable",
                "Der externe Broker zeigt nicht alle wartenden Nachrichten; der Tresor wird nicht aufgeräumt.");
    }
}
