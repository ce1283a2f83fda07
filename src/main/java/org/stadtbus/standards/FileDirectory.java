package org.stadtbus.standards;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stadtbus.envelope.HubException;

/** The directory kept by hand in {@code config/directory.yaml}: the roles and, where no DVDV is asked, all there is to know. */
public final class FileDirectory implements Directory {

    private final Map<String, Organisation> byRole;
    private final Path file;

    private FileDirectory(Path file, Map<String, Organisation> byRole) {
        this.file = file;
        this.byRole = byRole;
    }

    /**
     * Reads the file.
     *
     * @throws HubException permanent ({@code settings-broken}) naming what is wrong, also for a role given twice
     */
    public static FileDirectory load(Path file) {
        Entries entries = new SettingsFile<>("directory.schema.json", Entries.class).read(file);
        Map<String, Organisation> byRole = new LinkedHashMap<>();
        for (Organisation organisation : entries.organisations()) {
            if (byRole.put(organisation.role(), organisation) != null) {
                throw HubException.permanent(
                        "settings-broken",
                        "In »%s« ist die Rolle »%s« zweimal vergeben.".formatted(file, organisation.role()));
            }
        }
        return new FileDirectory(file, byRole);
    }

    @Override
    public Optional<Organisation> find(String role) {
        return Optional.ofNullable(byRole.get(role));
    }

    @Override
    public Organisation require(String role) {
        return find(role)
                .orElseThrow(() -> HubException.permanent(
                        "unknown-role",
                        "Die Rolle »%s« steht nicht in »%s«; dort gibt es: %s."
                                .formatted(role, file, String.join(", ", byRole.keySet()))));
    }

    @Override
    public AuthorityService service(String role, String uri) {
        return serviceOf(require(role).key(), uri);
    }

    @Override
    public AuthorityService serviceOf(String key, String uri) {
        return byRole.values().stream()
                .filter(organisation -> organisation.key().equals(key))
                .flatMap(organisation -> organisation.services().stream())
                .filter(service -> service.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> HubException.permanent(
                        "unknown-service",
                        "Zur Stelle »%s« steht der Dienst »%s« nicht in »%s«.".formatted(key, uri, file)));
    }

    @Override
    public boolean holds(String fingerprint, String category) {
        String wanted = fingerprint.toLowerCase(Locale.ROOT);
        return byRole.values().stream()
                .anyMatch(organisation -> organisation.category().equals(category)
                        && organisation.certificates().contains(wanted));
    }

    /** Every organisation of the file, in its order. */
    public List<Organisation> all() {
        return List.copyOf(byRole.values());
    }

    private record Entries(List<Organisation> organisations) {}
}
