package org.stadtbus.deployment;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names stand for a secret: those that end in one; {@code keyFile} or {@code tokenUrl} only say where it is. */
final class SecretNames {
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[-_.]");
    private static final Set<String> SECRET = Set.of(
            "password",
            "passwort",
            "kennwort",
            "passphrase",
            "secret",
            "token",
            "key",
            "keys",
            "credential",
            "credentials");
    private static final Set<String> OPEN = Set.of("public", "business", "order", "idempotency", "foreign", "primary");

    private SecretNames() {}

    static boolean secret(String name) {
        List<String> words = WORD.splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return !words.isEmpty()
                && SECRET.contains(words.get(words.size() - 1))
                && words.stream().noneMatch(OPEN::contains);
    }

    /** True for {@code ${…}} and {@code {{…}}} without a default, i.e. for a value that tells nothing. */
    static boolean placeholder(String value) {
        return value.isEmpty() || value.matches("\\$\\{(random\\.[\\w.]+|[\\w.-]+:?)\\}|\\{\\{\\??[\\w.-]+:?\\}\\}");
    }
}
