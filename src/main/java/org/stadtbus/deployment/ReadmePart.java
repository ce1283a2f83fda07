package org.stadtbus.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a connector's README that is made out of the files beside it, so that nothing is described twice.
 *
 * @param title stands in the comments that begin and end the part
 */
record ReadmePart(String title) {

    /** Puts the part in the place of the old one, or at the end where there is none yet. */
    void write(Path readme, String content) {
        String text = read(readme);
        Matcher old = Pattern.compile(Pattern.quote(begin()) + ".*?" + Pattern.quote(end()) + "\\n?", Pattern.DOTALL)
                .matcher(text);
        String fresh = old.find()
                ? old.replaceFirst(Matcher.quoteReplacement(framed(content)))
                : text.stripTrailing() + "\n\n" + framed(content);
        try {
            Files.writeString(readme, fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when the README holds the part with this content. */
    boolean isIn(Path readme, String content) {
        return read(readme).contains(framed(content));
    }

    private String framed(String content) {
        return begin() + "\n" + content + "\n" + end() + "\n";
    }

    private String begin() {
        return "<!-- " + title + ": ./stadtbus lint --write -->";
    }

    private String end() {
        return "<!-- Ende der " + title + " -->";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
