package org.stadtbus.standards;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.sf.saxon.s9api.Processor;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.HubException;

/**
 * Every schema the hub knows, by id: official bundles of {@code config/standards/<id>.yaml} and the forms' JSON Schemas
 * {@code routes/<service>/<id>.schema.json}. Safe for many threads.
 */
public final class Standards {

    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");

    private final Map<String, Bundle> bundles;
    private final Map<String, Family> families;
    private final JsonSchemas forms;
    private final Processor processor;
    private final Clock clock;
    private final Letters letters;

    private Standards(
            Map<String, Bundle> bundles,
            Map<String, Family> families,
            JsonSchemas forms,
            Processor processor,
            Clock clock) {
        this.clock = clock;
        this.bundles = bundles;
        this.families = families;
        this.forms = forms;
        this.processor = processor;
        this.letters = new Letters(this::datatypes);
    }

    /** As {@link #load(Path, Path, Path, Clock)} with the folder {@code routes} beside the configuration folder, today. */
    public static Standards load(Path configDir, Path standardsDir) {
        return load(configDir, standardsDir, configDir.toAbsolutePath().resolveSibling("routes"), Clock.system(CITY));
    }

    /**
     * Reads the descriptions and the JSON Schemas; compiles no official bundle yet.
     *
     * @param configDir folder with {@code standards/*.yaml}
     * @param standardsDir the operator's folder of official files; need not be there
     * @param routesDir folder with {@code <service>/<id>.schema.json}; need not be there
     * @param clock says which version of a standard holds
     * @throws HubException permanent with a sentence naming the file that is wrong
     */
    public static Standards load(Path configDir, Path standardsDir, Path routesDir, Clock clock) {
        Processor processor = SecureXml.processor();
        Map<String, Bundle> bundles = new TreeMap<>();
        for (BundleDescription description : Descriptions.in(configDir).all()) {
            BundleFiles files = new BundleFiles(description, standardsDir);
            bundles.put(description.id(), new Bundle(description, files, processor));
        }
        return new Standards(bundles, families(bundles, clock), new JsonSchemas(routesDir), processor, clock);
    }

    private static Map<String, Family> families(Map<String, Bundle> bundles, Clock clock) {
        Map<String, List<Bundle>> versions = new TreeMap<>();
        for (Bundle bundle : bundles.values()) {
            bundle.family().ifPresent(name -> versions.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(bundle));
        }
        Map<String, Family> families = new TreeMap<>();
        versions.forEach((name, members) -> families.put(name, new Family(name, members, clock)));
        return families;
    }

    /** Ids of all schemas: official ones, each in its version and by the name of the standard alone, and forms. */
    public SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>(bundles.keySet());
        ids.addAll(families.keySet());
        ids.addAll(forms.ids());
        return ids;
    }

    /**
     * Checks a message: XML well-formedness and security, schema, then business rules; or a JSON form.
     *
     * @param schemaId a bundle, a standard whose version the message and the day decide, or a form
     * @return valid, invalid with findings, or unchecked where the official files are not installed
     * @throws HubException rejected when the content cannot be read at all (problem codes of {@link SecureXml}, the same
     *     for JSON); permanent ({@code unknown-schema}, {@code standard-incomplete}, {@code standard-broken}) when the hub
     *     is set up wrongly
     */
    public ValidationResult validate(String schemaId, byte[] content) {
        return read(schemaId, content, false).result();
    }

    /**
     * As {@link #validate}, and keeps the message as a tree for who reads it next, where it is XML and its bundle is installed.
     *
     * @throws HubException as {@link #validate}
     */
    public Reading read(String schemaId, byte[] content) {
        return read(schemaId, content, true);
    }

    private Reading read(String schemaId, byte[] content, boolean keepTree) {
        if (forms.holds(schemaId)) {
            return new Reading(forms.validate(schemaId, content), null);
        }
        Family.Choice choice = choose(schemaId, content);
        return choice.refusal()
                .map(sentence -> new Reading(
                        new ValidationResult.Invalid(List.of(new Finding("version", "/*", sentence))), null))
                .orElseGet(() -> choice.bundle().read(content, keepTree));
    }

    private Family.Choice choose(String schemaId, byte[] content) {
        Family family = families.get(schemaId);
        return family == null ? new Family.Choice(bundle(schemaId), Optional.empty()) : family.of(content);
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
        if (forms.holds(schemaId)) {
            return MessageHeader.none();
        }
        return choose(schemaId, content).bundle().header(content);
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

    /** Checks letters, by the schema of datatypes that installed standards bring. */
    public Letters letters() {
        return letters;
    }

    private Optional<Path> datatypes() {
        return Letters.FILES.stream()
                .flatMap(name -> bundles.values().stream().flatMap(bundle -> bundle.file(name).stream()))
                .findFirst();
    }

    /** Every version of every standard that is described, and how it stands with it today. */
    public List<StandardStatus> overview() {
        return bundles.values().stream().map(this::status).toList();
    }

    private StandardStatus status(Bundle bundle) {
        Optional<Family> family = bundle.family().map(families::get);
        return StandardStatus.of(bundle, family, clock);
    }

    private Bundle bundle(String schemaId) {
        Family family = families.get(schemaId);
        @Nullable Bundle bundle = family == null ? bundles.get(schemaId) : family.current();
        if (bundle == null) {
            throw HubException.permanent(
                    "unknown-schema",
                    "Das Schema »%s« ist nicht bekannt; es gibt: %s.".formatted(schemaId, String.join(", ", ids())));
        }
        return bundle;
    }
}
