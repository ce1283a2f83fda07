package org.stadtbus.mapping;

import net.sf.saxon.lib.Logger;

/** Swallows what Saxon would print ({@code trace()}, {@code xsl:message}): it may hold personal data. */
final class SilentLogger extends Logger {
    @Override
    public void println(String message, int severity) {
        // said nowhere on purpose; errors reach the caller as exceptions
    }
}
