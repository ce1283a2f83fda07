package org.stadtbus.intake;

/** File names of senders, made harmless without changing what people recognise. */
public final class FileNames {
    private static final int LONGEST = 200;

    private FileNames() {}

    /** The last path segment without control characters and characters a file system refuses; at most 200 characters. */
    public static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}<>:\"|?*]", "_").strip();
        String visible = clean.isEmpty() || clean.chars().allMatch(c -> c == '.') ? "anlage" : clean;
        return visible.length() <= LONGEST ? visible : visible.substring(visible.length() - LONGEST);
    }
}
