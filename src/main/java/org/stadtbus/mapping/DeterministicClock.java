package org.stadtbus.mapping;

import java.time.Instant;
import java.time.ZoneOffset;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.DateTimeValue;

/** Lets {@code current-dateTime()} be the instant of the application, so that a redo gives equal bytes. */
final class DeterministicClock {
    private DeterministicClock() {}

    static void set(Xslt30Transformer transformer, Instant instant) {
        try {
            transformer
                    .getUnderlyingController()
                    .setCurrentDateTime(DateTimeValue.fromZonedDateTime(instant.atZone(ZoneOffset.UTC)));
        } catch (XPathException e) {
            throw new IllegalStateException("Saxon takes the clock only before the first transformation", e);
        }
    }
}
