package org.stadtbus.mapping;

import java.nio.charset.Charset;
import java.util.List;

/** Shows where two texts part, line by line, for people. */
public final class LineDiff {
    private static final int SHOWN = 8;

    private LineDiff() {}

    /** The first differing lines with their numbers; {@code -} is expected, {@code +} is what came. */
    static String of(byte[] expected, byte[] actual, Charset charset) {
        return of(new String(expected, charset), new String(actual, charset));
    }

    /** The same for texts. */
    public static String of(String expected, String actual) {
        List<String> wanted = expected.lines().toList();
        List<String> got = actual.lines().toList();
        StringBuilder out = new StringBuilder("Die Ausgabe weicht ab (- erwartet, + erhalten):\n");
        int shown = 0;
        for (int i = 0; i < Math.max(wanted.size(), got.size()) && shown < SHOWN; i++) {
            String left = i < wanted.size() ? wanted.get(i) : "(Ende)";
            String right = i < got.size() ? got.get(i) : "(Ende)";
            if (!left.equals(right)) {
                out.append("Zeile ")
                        .append(i + 1)
                        .append("\n- ")
                        .append(left)
                        .append("\n+ ")
                        .append(right)
                        .append('\n');
                shown++;
            }
        }
        return shown == 0 ? "Die Ausgabe weicht nur in Zeilenenden ab." : out.toString();
    }
}
