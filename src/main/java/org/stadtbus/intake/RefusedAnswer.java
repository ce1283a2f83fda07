package org.stadtbus.intake;

import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.HubException;

/** A procedure's answer that was refused before it was put on a queue, and is journalled. */
public final class RefusedAnswer extends HubException {
    private static final long serialVersionUID = 1L;

    private final transient Envelope envelope;

    RefusedAnswer(HubException why, Envelope envelope) {
        super(why.kind(), why.problemCode(), why.sentence(), why);
        this.envelope = envelope;
    }

    /** The envelope it is journalled with. */
    public Envelope envelope() {
        return envelope;
    }

    /** The journey that keeps the refusal. */
    public String journeyId() {
        return envelope.journeyId();
    }
}
