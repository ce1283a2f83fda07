package org.stadtbus.sandbox.unterbringung;

import java.util.List;

/**
 * A De-Mail as the clinic reads it.
 *
 * @param text what people read
 * @param papers its files, in their order
 */
public record ReceivedMail(String subject, String text, List<Paper> papers) {
    /** Keeps a copy of the list. */
    public ReceivedMail {
        papers = List.copyOf(papers);
    }
}
