package org.stadtbus.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stadtbus.envelope.HubException;

/** Every procedure and every service's route. Immutable. */
public final class Catalogue {
    private final Map<String, Procedure> procedures = new LinkedHashMap<>();
    private final Map<String, ServiceRoute> routes = new LinkedHashMap<>();
    private final Map<String, String> unitSlugs;

    Catalogue(Collection<Procedure> procedures, Collection<ServiceRoute> routes, Map<String, String> unitSlugs) {
        this.unitSlugs = Map.copyOf(unitSlugs);
        procedures.forEach(p -> this.procedures.put(p.id(), p));
        routes.forEach(r -> this.routes.put(r.service(), r));
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
