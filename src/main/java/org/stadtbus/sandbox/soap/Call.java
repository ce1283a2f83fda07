package org.stadtbus.sandbox.soap;

import java.util.Map;

/**
 * A message that reached the procedure.
 *
 * @param messageId MessageID of WS-Addressing; empty without it
 * @param action SOAPAction; empty without it
 * @param caller name that logged in, by HTTP or in the head of the message; empty when nobody did
 * @param document child of the body
 * @param files SHA-256, hex, of the parts that came along, by their Content-ID
 */
public record Call(String messageId, String action, String caller, String document, Map<String, String> files) {

    public Call {
        files = Map.copyOf(files);
    }
}
