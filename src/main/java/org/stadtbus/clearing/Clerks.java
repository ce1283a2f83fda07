package org.stadtbus.clearing;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who calls the API, out of his access token. */
final class Clerks {
    /** Claim with the slugs of the units whose cases the bearer may see: a list, or one text with blanks between them. */
    private static final String UNITS = "units";

    /** A claim that names no unit lets its bearer see none; no catalogue file has this name. */
    private static final Set<String> NONE = Set.of("-");

    private Clerks() {}

    /** @throws AccessDeniedException when there is no token, or its subject is nobody */
    static Clerk of(Principal caller) {
        if (!(caller instanceof JwtAuthenticationToken token)
                || token.getToken().getSubject() == null
                || token.getToken().getSubject().isBlank()) {
            throw new AccessDeniedException("A clearing case needs somebody whose name the journal can keep");
        }
        Object claim = token.getToken().getClaim(UNITS);
        return new Clerk(token.getToken().getSubject(), claim == null ? Set.of() : units(claim));
    }

    private static Set<String> units(Object claim) {
        Collection<?> named = claim instanceof Collection<?> many
                ? many
                : List.of(claim.toString().split(" +"));
        Set<String> units = named.stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(unit -> !unit.isBlank())
                .collect(Collectors.toUnmodifiableSet());
        return units.isEmpty() ? NONE : units;
    }
}
