package org.stadtbus.broker;

import java.time.Instant;

/**
 * The message in hand goes back onto its queue as it is, in the transaction that consumes it.
 *
 * @param notBefore when it may be taken again; the broker keeps the time, also through a restart
 * @param attempt number of the attempt it then comes for
 */
public record Again(Instant notBefore, int attempt) {}
