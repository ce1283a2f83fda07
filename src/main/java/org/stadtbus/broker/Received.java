package org.stadtbus.broker;

import org.stadtbus.envelope.Message;

/**
 * A message taken from a queue, not yet committed.
 *
 * @param message envelope and payload
 * @param attempt 1 for the first delivery, counted by the broker through restarts
 */
public record Received(Message message, int attempt) {}
