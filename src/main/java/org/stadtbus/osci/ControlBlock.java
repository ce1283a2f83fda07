package org.stadtbus.osci;

import java.util.HexFormat;
import org.w3c.dom.Element;

/**
 * The first header of each message of a dialog (OSCI-Transport 1.2, part 2, 3.1): proves that an answer belongs to its order, and that
 * nobody replays an order.
 *
 * @param response the other side's last challenge; empty when there is none
 * @param challenge what the other side is to answer with; empty in the last message
 * @param conversation number of the explicit dialog; empty before the intermediary gave one
 * @param sequence number of the order within the dialog; empty in the orders that begin one
 */
public record ControlBlock(String response, String challenge, String conversation, String sequence) {
    private static final int CHALLENGE_BYTES = 16;
    private static final String CONVERSATION = "ConversationId";
    private static final String SEQUENCE = "SequenceNumber";

    /** A challenge that nobody can guess. */
    public static String newChallenge() {
        return HexFormat.of().formatHex(SessionKey.random(CHALLENGE_BYTES));
    }

    /** Reads the header. */
    public static ControlBlock of(Envelope envelope) throws OsciException {
        Element block = envelope.require("osci:ControlBlock");
        return new ControlBlock(
                Xml.text(block, "osci:Response"),
                Xml.text(block, "osci:Challenge"),
                block.getAttribute(CONVERSATION),
                block.getAttribute(SEQUENCE));
    }

    void write(Envelope envelope) {
        Element block = envelope.block("osci:ControlBlock");
        set(block, CONVERSATION, conversation);
        set(block, SEQUENCE, sequence);
        if (!response.isEmpty()) {
            Xml.add(block, "osci:Response", response);
        }
        if (!challenge.isEmpty()) {
            Xml.add(block, "osci:Challenge", challenge);
        }
    }

    private static void set(Element block, String name, String value) {
        if (!value.isEmpty()) {
            block.setAttribute(name, value);
        }
    }
}
