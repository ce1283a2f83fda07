package org.stadtbus.vault;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One encrypted copy of a content. A content has at most one copy per drawer and day (UTC): who stores it again leans on today's
 * copy only and writes a new one otherwise. So a copy whose day is over can be removed without asking who is about to store.
 *
 * @param sha256 address of the content
 * @param drawer whose key protects it; empty for what releases before 0.2 stored, all under one key
 * @param day when it was stored; {@link LocalDate#EPOCH} for what releases before 0.2 stored
 */
public record Copy(String sha256, String drawer, LocalDate day) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DRAWER = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final Pattern NAME =
            Pattern.compile("[0-9a-f]{2}/([0-9a-f]{64})(?:\\.([a-z0-9-]+)\\.(\\d{4}-\\d\\d-\\d\\d))?");

    static Optional<Copy> of(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(2) == null) {
            return Optional.of(new Copy(matcher.group(1), "", LocalDate.EPOCH));
        }
        try {
            return Optional.of(new Copy(matcher.group(1), matcher.group(2), LocalDate.parse(matcher.group(3))));
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    static boolean isDrawer(String text) {
        return DRAWER.matcher(text).matches();
    }

    /** What the names of all copies of this content begin with. */
    static String prefix(String sha256) {
        return sha256.substring(0, 2) + "/" + sha256;
    }

    String name() {
        return old() ? prefix(sha256) : prefix(sha256) + "." + drawer + "." + day;
    }

    /** Where its data key lies once the drawer's key was rotated. */
    String keyName() {
        return name() + Rewrap.SUFFIX;
    }

    boolean old() {
        return drawer.isEmpty();
    }
}
