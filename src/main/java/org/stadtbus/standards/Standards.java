package org.stadtbus.standards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.sf.saxon.s9api.Processor;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.HubException;

/**
 * Every schema the hub knows, by id: official bundles of {@code config/standards/<id>.yaml} and the forms' JSON Schemas
 * {@code routes/<service>/<id>.schema.json}. Safe for many threads.
 */
public final class Standards {

    private final Map<String, Bundle> bundles;
    private final JsonSchemas forms;
    private final Processor processor;

    private Standards(Map<String, Bundle> bundles, JsonSchemas forms, Processor processor) {
        this.bundles = bundles;
        this.forms = forms;
        this.processor = processor;
    }

    /** As {@link #load(Path, Path, Path)} with the folder {@code routes} beside the configuration folder. */
    public static Standards load(Path configDir, Path standardsDir) {
        return load(configDir, standardsDir, configDir.toAbsolutePath().resolveSibling("routes"));
    }

    /**
     * Reads the descriptions and the JSON Schemas; compiles no official bundle yet.
     *
     * @param configDir folder with {@code standards/*.yaml}
     * @param standardsDir the operator's folder of official files; need not be there
     * @param routesDir folder with {@code <service>/<id>.schema.json}; need not be there
     * @throws HubException permanent with a sentence naming the file that is wrong
     */
    public static Standards load(Path configDir, Path standardsDir, Path routesDir) {
        Processor processor = SecureXml.processor();
        SettingsFile<BundleDescription> reader = new SettingsFile<>("standard.schema.json", BundleDescription.class);
        Map<String, Bundle> bundles = new TreeMap<>();
        for (Path file : descriptions(configDir.resolve("standards"))) {
            BundleDescription description = reader.read(file);
            if (!String.valueOf(file.getFileName()).equals(description.id() + ".yaml")) {
                throw HubException.permanent(
                        "settings-broken", "In »%s« muss die id dem Dateinamen gleichen.".formatted(file));
            }
            bundles.put(
                    description.id(), new Bundle(description, new BundleFiles(description, standardsDir), processor));
        }
        return new Standards(bundles, new JsonSchemas(routesDir), processor);
    }

    /** Ids of all schemas, official and forms. */
    public SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>(bundles.keySet());
        ids.addAll(forms.ids());
        return ids;
    }

    /**
     * Checks a message: XML well-formedness and security, schema, then business rules; or a JSON form.
     *
     * @param schemaId a bundle or a form
     * @return valid, invalid with findings, or unchecked where the official files are not installed
     * @throws HubException rejected when the content cannot be read at all (problem codes of {@link SecureXml}, the same
     *     for JSON); permanent ({@code unknown-schema}, {@code standard-incomplete}, {@code standard-broken}) when the hub
     *     is set up wrongly
     */
    public ValidationResult validate(String schemaId, byte[] content) {
        return forms.holds(schemaId)
                ? forms.validate(schemaId, content)
                : bundle(schemaId).read(content, false).result();
    }

    /**
     * As {@link #validate}, and keeps the message as a tree for who reads it next, where it is XML and its bundle is installed.
     *
     * @throws HubException as {@link #validate}
     */
    public Reading read(String schemaId, byte[] content) {
        return forms.holds(schemaId)
                ? new Reading(forms.validate(schemaId, content), null)
                : bundle(schemaId).read(content, true);
    }

    /** Whom the trees of {@link #read} belong to. */
    public Processor processor() {
        return processor;
    }

    /**
     * Reads a message's header; the message need not be valid and the bundle not installed.
     *
     * @throws HubException rejected when the XML cannot be read; permanent when the schema id is unknown
     */
    public MessageHeader header(String schemaId, byte[] content) {
        return forms.holds(schemaId) ? MessageHeader.none() : bundle(schemaId).header(content);
    }

    /** True when messages of this schema can be checked. */
    public boolean installed(String schemaId) {
        return forms.holds(schemaId) || bundle(schemaId).installed();
    }

    /** German sentence: what to fetch and where to put it; empty for a form, which comes with its route. */
    public String installHint(String schemaId) {
        return forms.holds(schemaId) ? "" : bundle(schemaId).installHint();
    }

    /** Compiles every installed bundle now, so that the first message need not wait; takes seconds. */
    public void prepare() {
        bundles.values().stream().filter(Bundle::installed).forEach(Bundle::prepare);
    }

    private Bundle bundle(String schemaId) {
        @Nullable Bundle bundle = bundles.get(schemaId);
        if (bundle == null) {
            throw HubException.permanent(
                    "unknown-schema",
                    "Das Schema »%s« ist nicht bekannt; es gibt: %s.".formatted(schemaId, String.join(", ", ids())));
        }
        return bundle;
    }

    private static List<Path> descriptions(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
