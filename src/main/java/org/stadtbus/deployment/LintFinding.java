package org.stadtbus.deployment;

/**
 * Something in an integrator's folder that must be changed.
 *
 * @param file path below the home folder, with {@code /}
 * @param line from 1; 0 where it is not known
 * @param sentence German sentence that says what to do; never holds a secret
 */
public record LintFinding(String file, int line, String sentence) implements Comparable<LintFinding> {

    @Override
    public int compareTo(LintFinding other) {
        int byFile = file.compareTo(other.file);
        int byLine = Integer.compare(line, other.line);
        return byFile != 0 ? byFile : byLine != 0 ? byLine : sentence.compareTo(other.sentence);
    }

    /** {@code file:line: sentence}, as editors make it clickable. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + sentence;
    }
}
