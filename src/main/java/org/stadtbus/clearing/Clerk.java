package org.stadtbus.clearing;

import java.util.Set;

/**
 * Who works on a case.
 *
 * @param name subject of the token, or name of the account; it stands in the journal
 * @param units slugs of the units whose cases he may see; empty for operations, who see all
 */
public record Clerk(String name, Set<String> units) {

    public Clerk {
        units = Set.copyOf(units);
    }

    boolean maySee(String unit) {
        return units.isEmpty() || units.contains(unit);
    }

    /** The filter without what he may not see. */
    CaseFilter within(CaseFilter filter) {
        if (units.isEmpty()) {
            return filter;
        }
        Set<String> both = filter.units().isEmpty()
                ? units
                : units.stream()
                        .filter(filter.units()::contains)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
        // a unit that no catalogue file can have: none of those asked for may be seen
        return filter.of(both.isEmpty() ? Set.of("-") : both);
    }
}
