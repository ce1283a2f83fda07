package org.stadtbus.sandbox.soap;

/**
 * A message that reached the procedure.
 *
 * @param messageId MessageID of WS-Addressing; empty without it
 * @param action SOAPAction; empty without it
 * @param caller name that logged in, by HTTP or in the head of the message; empty when nobody did
 * @param document child of the body
 */
public record Call(String messageId, String action, String caller, String document) {}
