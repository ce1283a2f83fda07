package org.stadtbus.intake;

import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/** A procedure's answer that was refused before it was put on a queue, and is journalled. */
public final class RefusedAnswer extends HubException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    RefusedAnswer(HubException why, Message message) {
        super(why.kind(), why.problemCode(), why.sentence(), why);
        this.message = message;
    }

    /** As it is journalled; its payload is empty when it was not even read. */
    public Message message() {
        return message;
    }

    /** The journey that keeps the refusal. */
    public String journeyId() {
        return message.envelope().journeyId();
    }
}
