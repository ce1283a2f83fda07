package org.stadtbus.console;

import java.util.Locale;

/** File sizes as people read them. */
final class FileSize {
    private static final long KILO = 1000;
    private static final long MEGA = KILO * KILO;

    private FileSize() {}

    /** E.g. {@code 12 KB} or {@code 3,4 MB}; powers of ten. */
    static String of(long bytes) {
        if (bytes < KILO) {
            return bytes + " Byte";
        }
        return bytes < MEGA
                ? Math.round((double) bytes / KILO) + " KB"
                : String.format(Locale.GERMANY, "%.1f MB", (double) bytes / MEGA);
    }
}
