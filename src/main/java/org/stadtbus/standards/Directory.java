package org.stadtbus.standards;

import java.util.Optional;
import org.stadtbus.envelope.HubException;

/**
 * Who is who: resolves the roles of routes, mappings and connectors to authorities and their services, so that no key stands in
 * code, mapping or procedure.
 *
 * <p>A directory that answers over the network throws a transient failure while it is away and knows nothing valid itself.
 */
public interface Directory {

    /**
     * The organisation in this role, or empty when nobody has it.
     *
     * @throws HubException permanent when the role's key is no valid entry of its directory
     */
    Optional<Organisation> find(String role);

    /**
     * The organisation in this role.
     *
     * @throws HubException permanent ({@code unknown-role}) when there is none; else as {@link #find}
     */
    Organisation require(String role);

    /**
     * A service by which the organisation in this role can be reached (DVDV: Dienst).
     *
     * @param uri URI of the service's description, e.g. {@code http://www.osci.de/xinneres/quittung/3/xinneresquittungv3.wsdl}
     * @throws HubException permanent when it offers none that is valid now; the sentence names key and service
     */
    AuthorityService service(String role, String uri);

    /**
     * As {@link #service}, of an organisation that a message names and no role.
     *
     * @param key its key in the DVDV, e.g. {@code ags:03403000}
     */
    AuthorityService serviceOf(String key, String uri);

    /**
     * Whether an organisation of this category uses this client certificate.
     *
     * @param fingerprint SHA-1 of the certificate in DER, 40 hexadecimal digits
     * @param category the directory's category, e.g. {@code Meldebehörde}
     */
    boolean holds(String fingerprint, String category);

    /**
     * The key of whom settings name.
     *
     * @param roleOrKey a role, or a key, which always has a colon after its prefix
     * @throws HubException as {@link #require}
     */
    default String key(String roleOrKey) {
        return roleOrKey.indexOf(':') < 0 ? require(roleOrKey).key() : roleOrKey;
    }
}
