package org.stadtbus.deployment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files below a mapping's {@code samples/}.
 *
 * @param folder {@code mappings/<id>/samples}
 * @param files their paths
 */
record SampleFiles(String folder, List<String> files) {
    private static final Pattern NAME =
            Pattern.compile("(?<case>[^/.]+)\\.(?<role>in\\.[a-z0-9]+|out\\.[a-z0-9]+|rejected\\.txt|envelope\\.json)");

    static SampleFiles of(Folders folders, String mapping) {
        String folder = "mappings/" + mapping + "/samples";
        return new SampleFiles(folder, folders.files(folder));
    }

    /** Name of the case a file belongs to; empty when its name fits no role. */
    Optional<String> caseOf(String file) {
        Matcher matcher = NAME.matcher(file.substring(folder.length() + 1));
        return matcher.matches() ? Optional.of(matcher.group("case")) : Optional.empty();
    }

    Set<String> cases() {
        return files.stream().flatMap(f -> caseOf(f).stream()).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** The file of a case in a role: {@code in}, {@code out}, {@code rejected}, {@code envelope}. */
    Optional<String> file(String name, String role) {
        String start = "%s/%s.%s.".formatted(folder, name, role);
        return files.stream().filter(f -> f.startsWith(start)).findFirst();
    }
}
