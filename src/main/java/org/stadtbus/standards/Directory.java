package org.stadtbus.standards;

import java.util.Optional;

/** Who is who: resolves the roles of routes and mappings to authorities, so that no key stands in code or mapping. */
public interface Directory {

    /** The organisation in this role, or empty. */
    Optional<Organisation> find(String role);

    /**
     * The organisation in this role.
     *
     * @throws org.stadtbus.envelope.HubException permanent ({@code unknown-role}) when there is none
     */
    Organisation require(String role);

    /** Every organisation the directory knows, in its order. */
    java.util.List<Organisation> all();
}
