package org.stadtbus.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.standards.FileDirectory;

/**
 * Runs {@code mappings/*}{@code /samples}: {@code <case>.in.*} with {@code <case>.out.*} must be transformed into exactly
 * these bytes, with {@code <case>.rejected.txt} it must be refused with exactly this sentence. Authorities come from
 * {@code mappings/common/sample-directory.yaml}, so that a sample does not change with the operator's directory.
 */
public final class SamplePairs {
    private final Path dir;
    private final SampleCheck check;
    private final Mappings mappings;

    /**
     * @param dir the folder {@code mappings}
     * @param check validates inputs and outputs
     * @throws HubException permanent when a mapping cannot be loaded
     */
    public SamplePairs(Path dir, SampleCheck check) {
        this.dir = dir;
        this.check = check;
        FileDirectory directory = FileDirectory.load(dir.resolve("common/sample-directory.yaml"));
        this.mappings = Mappings.load(dir, new DirectoryView(directory));
    }

    /** Runs all samples of all mappings, ordered by mapping and case. */
    public List<SampleResult> run() {
        return samples().map(this::run).toList();
    }

    /**
     * Writes the output of each sample that has neither output nor refusal yet, for the author to read and keep.
     *
     * @return the files written
     * @throws HubException when the mapping refuses the input or fails
     */
    public List<Path> recordMissing() {
        return samples()
                .filter(s -> s.refusal().isEmpty() && Sample.bytes(s.output()) == null)
                .map(this::record)
                .toList();
    }

    private Path record(Sample sample) {
        try {
            byte[] input = Files.readAllBytes(sample.input());
            MappingContext context = SampleEnvelope.context(sample.envelope().orElse("{}"));
            return Files.write(
                    sample.output(), sample.mapping().apply(input, context).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Sample> samples() {
        return mappings.all().stream()
                .flatMap(m -> Sample.of(m, dir.resolve(m.id()).resolve("samples")).stream());
    }

    private SampleResult run(Sample sample) {
        return new SampleResult(sample.mapping().id(), sample.name(), Optional.ofNullable(failure(sample)));
    }

    private @Nullable String failure(Sample sample) {
        byte[] input = Sample.bytes(sample.input());
        if (input == null) {
            return "Die Eingabe ist verschwunden.";
        }
        String invalid = invalid(sample.mapping().description().input().schema(), input, "Eingabe");
        if (invalid != null) {
            return invalid;
        }
        MappingContext context = SampleEnvelope.context(sample.envelope().orElse("{}"));
        try {
            MappingResult result = sample.mapping().apply(input, context);
            return sample.refusal()
                    .map(sentence -> "Die Eingabe wurde angenommen, erwartet war die Ablehnung: " + sentence)
                    .orElseGet(() -> compare(sample, result));
        } catch (HubException e) {
            return refused(sample, e);
        }
    }

    private @Nullable String compare(Sample sample, MappingResult result) {
        String invalid = invalid(sample.mapping().description().output().schema(), result.bytes(), "Ausgabe");
        if (invalid != null) {
            return invalid;
        }
        byte[] expected = Sample.bytes(sample.output());
        if (expected == null) {
            return "Es fehlt " + sample.output().getFileName() + " oder " + sample.name() + ".rejected.txt.";
        }
        return Arrays.equals(expected, result.bytes()) ? null : LineDiff.of(expected, result.bytes(), result.charset());
    }

    private static @Nullable String refused(Sample sample, HubException e) {
        String expected = sample.refusal().orElse("");
        if (e.kind() == FailureKind.REJECTED && expected.equals(e.sentence())) {
            return null;
        }
        return "Abgelehnt (" + e.kind() + ") mit: " + e.sentence()
                + (expected.isEmpty() ? "" : "\nerwartet war die Ablehnung mit: " + expected);
    }

    private @Nullable String invalid(@Nullable String schema, byte[] content, String what) {
        if (schema == null) {
            return null;
        }
        List<String> findings = check.findings(schema, content);
        return findings.isEmpty()
                ? null
                : "Die " + what + " ist nicht gültig nach " + schema + ":\n  " + String.join("\n  ", findings);
    }
}
