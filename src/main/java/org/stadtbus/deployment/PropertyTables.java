package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a connector's README that lists the properties of its Kamelets. It is made out of the Kamelets, so that no
 * property is described twice; {@code stadtbus lint --write} writes it.
 */
public final class PropertyTables {
    private static final String BEGIN = "<!-- Eigenschaften: ./stadtbus lint --write -->";
    private static final String END = "<!-- Ende der Eigenschaften -->";
    private static final Pattern SECTION =
            Pattern.compile(Pattern.quote(BEGIN) + ".*?" + Pattern.quote(END) + "\\n?", Pattern.DOTALL);

    private PropertyTables() {}

    /** Writes the tables into every connector's README. */
    public static void write(Path home) {
        Folders folders = Folders.read(home);
        for (String name : folders.folders("connectors")) {
            Path readme = home.resolve("connectors/" + name + "/README.md");
            if (Files.isRegularFile(readme)) {
                replace(readme, section(folders, "connectors/" + name));
            }
        }
    }

    /** True when the README holds the tables as the Kamelets are now. */
    static boolean upToDate(Folders folders, String folder) {
        return read(folders.home().resolve(folder + "/README.md")).contains(section(folders, folder));
    }

    private static void replace(Path readme, String section) {
        String text = read(readme);
        Matcher old = SECTION.matcher(text);
        String fresh = old.find()
                ? old.replaceFirst(Matcher.quoteReplacement(section))
                : text.stripTrailing() + "\n\n" + section;
        try {
            Files.writeString(readme, fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(Folders folders, String folder) {
        StringBuilder text = new StringBuilder(BEGIN).append('\n');
        List<Kamelet> kamelets = folders.kamelets().stream()
                .filter(kamelet -> kamelet.file().folderPath().equals(folder))
                .toList();
        for (Kamelet kamelet : kamelets) {
            text.append("\n### Eigenschaften von `").append(kamelet.fileName()).append("`\n\n");
            if (kamelet.propertyNames().isEmpty()) {
                text.append("Keine.\n");
            } else {
                text.append("| Eigenschaft | Bedeutung | Vorgabe |\n|---|---|---|\n");
                kamelet.propertyNames().forEach(name -> text.append(row(kamelet, name)));
            }
        }
        return text.append('\n').append(END).append('\n').toString();
    }

    private static String row(Kamelet kamelet, String name) {
        JsonNode property = kamelet.properties().path(name);
        String otherwise = property.has("default")
                ? "`" + property.path("default").asText() + "`"
                : kamelet.required().contains(name) ? "muss angegeben werden" : "";
        return "| `%s` | %s: %s%s | %s |\n"
                .formatted(
                        name,
                        property.path("title").asText(),
                        property.path("description").asText(),
                        kamelet.secret(name) ? " (Geheimnis)" : "",
                        otherwise);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
