package org.stadtbus.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.stadtbus.envelope.HubException;

/** Every procedure and every service's route. Immutable. */
public final class Catalogue {
    private final Map<String, Procedure> procedures = new LinkedHashMap<>();
    private final Map<String, ServiceRoute> routes = new LinkedHashMap<>();
    private final Map<String, String> unitSlugs;
    private final Map<String, String> resting = new LinkedHashMap<>();

    Catalogue(Collection<Procedure> procedures, Collection<ServiceRoute> routes, Map<String, String> unitSlugs) {
        this.unitSlugs = Map.copyOf(unitSlugs);
        procedures.forEach(p -> this.procedures.put(p.id(), p));
        routes.forEach(r -> this.routes.put(r.service(), r));
    }

    /**
     * The catalogue of a hub with these settings: a procedure whose connection waits for one that is not there is listed only.
     *
     * @param settings tells whether a setting has a value
     */
    Catalogue connectedBy(Predicate<String> settings) {
        Map<String, String> waiting = new LinkedHashMap<>();
        procedures.values().forEach(p -> p.connection()
                .flatMap(Connection::when)
                .filter(settings.negate())
                .ifPresent(setting -> waiting.put(p.id(), setting)));
        Catalogue connected = new Catalogue(
                procedures.values().stream()
                        .map(p -> waiting.containsKey(p.id()) ? p.unconnected() : p)
                        .toList(),
                routes.values(),
                unitSlugs);
        connected.resting.putAll(waiting);
        return connected;
    }

    /** The setting this procedure's connection waits for; empty when it waits for none. */
    public Optional<String> missingSetting(String procedure) {
        return Optional.ofNullable(resting.get(procedure));
    }

    /** All procedures in the order of their files. */
    public List<Procedure> all() {
        return List.copyOf(procedures.values());
    }

    /** The procedure with this id. */
    public Optional<Procedure> find(String id) {
        return Optional.ofNullable(procedures.get(id));
    }

    /**
     * The procedure with this id.
     *
     * @throws HubException permanent ({@code unknown-procedure}) when there is none
     */
    public Procedure require(String id) {
        return find(id).orElseThrow(() ->
                HubException.permanent("unknown-procedure", "Das Fachverfahren »" + id + "« steht nicht im Katalog."));
    }

    /** The slug of this unit, the name of its file without the ending; empty for a unit that has none. */
    public Optional<String> unitSlug(String unit) {
        return Optional.ofNullable(unitSlugs.get(unit));
    }

    /** The unit with this slug; empty when no file has this name. */
    public Optional<String> unitName(String slug) {
        return unitSlugs.entrySet().stream()
                .filter(unit -> unit.getValue().equals(slug))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All routes. */
    public List<ServiceRoute> routes() {
        return List.copyOf(routes.values());
    }

    /** The route of this service. */
    public Optional<ServiceRoute> findRoute(String leikaKey) {
        return Optional.ofNullable(routes.get(leikaKey));
    }
}
