package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stadtbus.standards.Standards;
import org.stadtbus.standards.ValidationResult;
import org.stadtbus.testkit.RunningHub;

/** The rejections (XBau 1100) that reached the building authority. */
final class Rejections {
    private static final Pattern ORIGINAL = Pattern.compile("<nachricht>([^<]*)</nachricht>");
    private static final byte[] NOTHING = "\n".getBytes(UTF_8);

    private final Path taken;
    private final Standards standards;

    Rejections(RunningHub hub) {
        this.taken = hub.city().sftp().root().resolve("bauantraege/verarbeitet");
        this.standards = hub.bean(Standards.class);
    }

    /** Exactly one rejection gives these bytes back, with these words, and is a valid message itself. */
    void isTold(String words, byte[] original) {
        Outcomes.until(() -> {
            List<String> fitting = all().stream()
                    .filter(text -> text.contains(words) && givesBack(text, original))
                    .toList();
            assertThat(fitting).hasSize(1);
            assertThat(standards.validate("xbau-2.6", fitting.get(0).getBytes(UTF_8)))
                    .isEqualTo(new ValidationResult.Valid());
        });
    }

    private static boolean givesBack(String rejection, byte[] original) {
        Matcher found = ORIGINAL.matcher(rejection);
        byte[] wanted = original.length == 0 ? NOTHING : original;
        return found.find()
                && java.util.Arrays.equals(
                        Base64.getDecoder().decode(found.group(1).strip()), wanted);
    }

    private List<String> all() {
        try (Stream<Path> files = Files.list(taken)) {
            return files.map(Rejections::read)
                    .filter(text -> text.contains("rueckweisung.G2G.1100"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .startsWith("<?xml")
                    ? Files.readString(file)
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
