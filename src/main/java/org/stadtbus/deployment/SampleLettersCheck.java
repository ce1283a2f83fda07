package org.stadtbus.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Each mapping proves with a sample what it does to letters of DIN 91379: it carries them, or it refuses them because the
 * character set it declares lacks them. And each has one input it must refuse.
 */
final class SampleLettersCheck implements Check {
    /** Combining marks and Latin Extended Additional: what neither Latin-1 nor a careless normalisation survives. */
    private static final Pattern LETTERS = Pattern.compile("[\\u0300-\\u036F\\u1E00-\\u1EFF]");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})|&#x([0-9A-Fa-f]{1,5});");

    @Override
    public void check(Folders folders, Report report) {
        for (String id : folders.mappings()) {
            SampleFiles samples = SampleFiles.of(folders, id);
            if (samples.cases().stream()
                    .noneMatch(name -> refused(samples, name).isPresent())) {
                report.at(
                        "mappings/" + id,
                        "Es fehlt ein Beispiel, das abgelehnt wird: <fall>.in.* mit <fall>.rejected.txt und dem Satz der Ablehnung.");
            }
            boolean carried = samples.cases().stream().anyMatch(name -> carried(folders, samples, name));
            if (!carried && !refusedForCharset(folders, id, samples)) {
                report.at(
                        "mappings/" + id,
                        "Kein Beispiel enthält Buchstaben der DIN 91379 (z. B. »C̆« oder »ẞ«); bitte eines mit Ausgabe ablegen, oder eines, das wegen des Zeichensatzes abgelehnt wird.");
            }
        }
    }

    private static Optional<String> refused(SampleFiles samples, String name) {
        return samples.file(name, "in").flatMap(in -> samples.file(name, "rejected"));
    }

    private static boolean carried(Folders folders, SampleFiles samples, String name) {
        return samples.file(name, "out").isPresent()
                && samples.file(name, "in")
                        .filter(in -> LETTERS.matcher(text(folders, in)).find())
                        .isPresent();
    }

    private static boolean refusedForCharset(Folders folders, String id, SampleFiles samples) {
        String charset = charset(folders, "mappings/" + id + "/mapping.yaml", "/output/charset")
                .or(() -> charset(folders, "mappings/" + id + "/out.layout.yaml", "/charset"))
                .orElse("");
        return !charset.isEmpty()
                && !"UTF-8".equals(charset)
                && samples.cases().stream()
                        .flatMap(name -> refused(samples, name).stream())
                        .map(file -> text(folders, file))
                        .anyMatch(sentence -> sentence.contains("Zeichensatz " + charset)
                                && LETTERS.matcher(sentence).find());
    }

    private static Optional<String> charset(Folders folders, String path, String pointer) {
        return folders.file(path).map(file -> file.root().at(pointer).asText()).filter(name -> !name.isEmpty());
    }

    private static String text(Folders folders, String file) {
        try {
            String text = new String(Files.readAllBytes(folders.home().resolve(file)), StandardCharsets.UTF_8);
            return ESCAPE.matcher(text).replaceAll(SampleLettersCheck::letter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String letter(MatchResult escape) {
        String code = escape.group(1) == null ? escape.group(2) : escape.group(1);
        int point = Integer.parseInt(code, 16);
        return Pattern.compile("[\\\\$]").matcher(Character.toString(point)).matches() ? "" : Character.toString(point);
    }
}
