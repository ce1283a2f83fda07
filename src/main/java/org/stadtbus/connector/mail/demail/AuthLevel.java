package org.stadtbus.connector.mail.demail;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How surely a sender had signed in when he wrote (BSI TR-01201 part 3.3, section 3.1.9), least first. */
enum AuthLevel {
    /** With user name and password. */
    NORMAL,
    /** With two factors. */
    HIGH;

    /** The level of this name; empty for anything else. */
    static Optional<AuthLevel> of(String name) {
        return Stream.of(values())
                .filter(level -> level.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
