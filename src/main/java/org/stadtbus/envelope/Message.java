package org.stadtbus.envelope;

/**
 * One payload in transit with its envelope. Payloads are forms and XÖV messages (bounded by the intake's body limit);
 * attachments are never in here but in the vault.
 */
public record Message(Envelope envelope, byte[] payload) {}
