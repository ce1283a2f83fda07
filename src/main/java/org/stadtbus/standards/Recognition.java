package org.stadtbus.standards;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stadtbus.envelope.HubException;

/** Which standard, in which version, the files of a folder are. */
final class Recognition {
    private static final String SCHEMATRON = "http://purl.oclc.org/dsdl/schematron";

    private final List<Path> files;
    private final List<SchemaFile> schemas;

    Recognition(Path folder) {
        files = OfficialFiles.below(folder);
        schemas = files.stream()
                .filter(file -> hasEnding(file, ".xsd"))
                .map(SchemaFile::read)
                .toList();
        if (schemas.isEmpty()) {
            throw HubException.rejected("no-standard", "Es ist kein XML-Schema (*.xsd) darin.");
        }
    }

    /**
     * A standard in a version.
     *
     * @param name technical name, lower case
     * @param version as its publisher writes it
     */
    record Named(String name, String version) implements Comparable<Named> {
        String id() {
            return name + "-" + version;
        }

        @Override
        public int compareTo(Named other) {
            return id().compareTo(other.id());
        }
    }

    /**
     * The one standard the files name, or the one that is asked for.
     *
     * @throws HubException rejected ({@code no-standard}) when they name none or several
     */
    Named named(Optional<String> name, Optional<String> version) {
        if (name.isPresent() && version.isPresent()) {
            return new Named(name.get(), version.get());
        }
        SortedSet<Named> found = schemas.stream()
                .flatMap(schema -> of(schema).stream())
                .filter(each -> name.map(each.name()::equals).orElse(true))
                .filter(each -> version.map(each.version()::equals).orElse(true))
                .collect(Collectors.toCollection(TreeSet::new));
        if (found.size() == 1) {
            return found.first();
        }
        String what = found.isEmpty()
                ? "Die Schemata nennen keinen Standard mit Version."
                : "Die Schemata nennen mehrere Standards: %s."
                        .formatted(found.stream().map(Named::id).collect(Collectors.joining(", ")));
        throw HubException.rejected("no-standard", what + " Bitte --name und --version angeben.");
    }

    private static Optional<Named> of(SchemaFile schema) {
        return schema.standard()
                .flatMap(name -> schema.version().map(version -> new Named(name.toLowerCase(Locale.ROOT), version)));
    }

    /** What people call it. */
    String title(Named named) {
        return schemas.stream()
                .filter(schema -> of(schema).filter(named::equals).isPresent())
                .flatMap(schema -> schema.title().stream())
                .findFirst()
                .orElse(named.name());
    }

    /** Files that declare the messages of this standard; of all files when none says which standard it belongs to. */
    List<String> entries(Named named) {
        List<String> own = names(schema -> of(schema).filter(named::equals).isPresent());
        return own.isEmpty() ? names(schema -> true) : own;
    }

    private List<String> names(Predicate<SchemaFile> wanted) {
        return schemas.stream()
                .filter(SchemaFile::elements)
                .filter(wanted)
                .map(schema -> String.valueOf(schema.file().getFileName()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Files with business rules, without those that are only parts of others. */
    List<String> rules() {
        return files.stream()
                .filter(file -> hasEnding(file, ".sch"))
                .filter(file -> isWhole(SchemaInput.read(file)))
                .map(file -> String.valueOf(file.getFileName()))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isWhole(byte[] rules) {
        var root = SecureXml.document(rules).getDocumentElement();
        return SCHEMATRON.equals(root.getNamespaceURI()) && "schema".equals(root.getLocalName());
    }

    /** Files of the same name with different content; the first of each is the one that counts. */
    List<String> ambiguous() {
        return files.stream()
                .filter(file -> hasEnding(file, ".xsd") || hasEnding(file, ".sch"))
                .collect(Collectors.groupingBy(file -> String.valueOf(file.getFileName())))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().stream()
                                .map(file -> ByteBuffer.wrap(SchemaInput.read(file)))
                                .distinct()
                                .count()
                        > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean hasEnding(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
