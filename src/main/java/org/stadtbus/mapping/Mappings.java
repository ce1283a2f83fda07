package org.stadtbus.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.mapping.MappingDescription.Format;

/** All mappings of a folder, compiled; immutable and safe for use by many threads. */
public final class Mappings {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SortedMap<String, Mapping> mappings;

    private Mappings(SortedMap<String, Mapping> mappings) {
        this.mappings = Collections.unmodifiableSortedMap(mappings);
    }

    /**
     * Loads and compiles every {@code <dir>/<id>/mapping.yaml} with its {@code mapping.xsl}.
     *
     * @param dir the folder {@code mappings}
     * @param authorities asked when a stylesheet asks
     * @throws HubException permanent when a description or stylesheet is wrong; the sentence names file and line
     */
    public static Mappings load(Path dir, Authorities authorities) {
        return load(dir, authorities, new LockedProcessor(dir));
    }

    /**
     * As above, for mappings that also work on trees this processor built.
     *
     * @param trees whose trees {@link Mapping#apply(byte[], XdmNode, MappingContext)} gets
     */
    public static Mappings load(Path dir, Authorities authorities, Processor trees) {
        LockedProcessor saxon = new LockedProcessor(dir);
        saxon.takeTreesOf(trees);
        return load(dir, authorities, saxon);
    }

    private static Mappings load(Path dir, Authorities authorities, LockedProcessor saxon) {
        SortedMap<String, Mapping> mappings = new TreeMap<>();
        try (Stream<Path> folders = Files.list(dir)) {
            folders.filter(folder -> Files.exists(folder.resolve("mapping.yaml")))
                    .forEach(folder -> {
                        Mapping mapping = load(folder, saxon, authorities);
                        mappings.put(mapping.id(), mapping);
                    });
        } catch (IOException e) {
            throw HubException.permanent("mappings-unreadable", "Der Ordner »" + dir + "« ist nicht lesbar.");
        }
        return new Mappings(mappings);
    }

    /**
     * Which mappings of a folder cannot be used.
     *
     * @param dir the folder {@code mappings}
     * @param ids folder names below it, each with its {@code mapping.yaml} and {@code mapping.xsl}
     * @return by id: why, with file and line; empty when all can
     */
    public static SortedMap<String, HubException> failures(Path dir, Collection<String> ids) {
        LockedProcessor saxon = new LockedProcessor(dir);
        SortedMap<String, HubException> failures = new TreeMap<>();
        for (String id : ids) {
            try {
                load(dir.resolve(id), saxon, Authorities.NONE);
            } catch (HubException e) {
                failures.put(id, e);
            }
        }
        return failures;
    }

    private static Mapping load(Path folder, LockedProcessor saxon, Authorities authorities) {
        String id = folder.getFileName().toString();
        MappingDescription description = describe(folder.resolve("mapping.yaml"));
        return new Mapping(
                id,
                description,
                saxon,
                StylesheetCompiler.compile(id, folder.resolve("mapping.xsl"), saxon),
                new Tables(
                        layout(description.input().format(), folder.resolve("in.layout.yaml")),
                        layout(description.output().format(), folder.resolve("out.layout.yaml"))),
                authorities);
    }

    private static Optional<Layout> layout(Format format, Path file) {
        if (format != Format.TABLE) {
            return Optional.empty();
        }
        Layout layout = read(file, Layout.class);
        check(file, layout.charset());
        return Optional.of(layout);
    }

    private static MappingDescription describe(Path file) {
        MappingDescription description = read(file, MappingDescription.class);
        check(file, description.output().charset());
        return description;
    }

    private static void check(Path file, @Nullable String charset) {
        try {
            if (charset != null && !Charset.isSupported(charset)) {
                throw misdescribed(file, charset, new UnsupportedCharsetException(charset));
            }
        } catch (IllegalCharsetNameException e) {
            throw misdescribed(file, e.getCharsetName(), e);
        }
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return YAML.readValue(file.toFile(), type);
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : " (Zeile " + e.getLocation().getLineNr() + ")";
            throw misdescribed(file, e.getOriginalMessage() + line, e);
        } catch (IOException e) {
            throw misdescribed(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static HubException misdescribed(Path file, String reason, Exception cause) {
        return new HubException(
                FailureKind.PERMANENT,
                "mapping-description",
                "Die Beschreibung »" + file + "« ist falsch: " + reason,
                cause);
    }

    /**
     * The mapping with this id.
     *
     * @throws HubException permanent when there is none; the sentence lists those that exist
     */
    public Mapping find(String id) {
        Mapping mapping = mappings.get(id);
        if (mapping == null) {
            throw HubException.permanent(
                    "mapping-unknown",
                    "Die Abbildung »" + id + "« gibt es nicht; vorhanden sind " + String.join(", ", mappings.keySet())
                            + ".");
        }
        return mapping;
    }

    /** All mappings, ordered by id. */
    public Collection<Mapping> all() {
        return mappings.values();
    }
}
