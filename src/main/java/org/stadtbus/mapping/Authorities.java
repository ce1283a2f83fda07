package org.stadtbus.mapping;

import java.util.Map;
import java.util.Optional;

/** The authorities stylesheets may ask for; asked only when a stylesheet needs one. */
@FunctionalInterface
public interface Authorities {
    /** Nobody. */
    Authorities NONE = role -> Optional.empty();

    /**
     * What an XÖV head needs of the authority in this role.
     *
     * @return {@code kennung}, {@code name}, {@code verzeichnisdienst} and {@code verzeichnisdienstVersion}; empty when nobody has
     *     the role
     * @throws org.stadtbus.envelope.HubException when the directory cannot say; the message fails with it
     */
    Optional<Map<String, String>> find(String role);
}
