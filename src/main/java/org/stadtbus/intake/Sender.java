package org.stadtbus.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who sends which application, as the request says outside its body.
 *
 * @param service LeiKa key, as it stands in the address
 * @param key the Idempotency-Key; a new one where the caller gave none
 * @param client client id of the caller's token
 */
record Sender(String service, String key, String client) {
    /** The channel's name in the hub. */
    static final String CHANNEL = "rest";

    private static final Pattern ADDRESS = Pattern.compile("/api/v1/services/([^/]+)/applications");
    private static final String GIVEN_KEY = Sender.class.getName() + ".key";

    /** The request's sender; empty when it is no application, or its caller has no token. */
    static Optional<Sender> of(HttpServletRequest request) {
        Matcher address = ADDRESS.matcher(request.getServletPath());
        Principal caller = request.getUserPrincipal();
        return address.matches() && caller != null
                ? Optional.of(new Sender(address.group(1), key(request), caller.getName()))
                : Optional.empty();
    }

    private static String key(HttpServletRequest request) {
        String header = request.getHeader("Idempotency-Key");
        if (header != null && !header.isBlank()) {
            return header;
        }
        if (request.getAttribute(GIVEN_KEY) == null) {
            request.setAttribute(GIVEN_KEY, UUID.randomUUID().toString());
        }
        return String.valueOf(request.getAttribute(GIVEN_KEY));
    }

    /** What makes it the same application when it comes again; keys of two clients are never the same. */
    String reference() {
        return client + ":" + key;
    }

    /** Refused for this reason; not journalled yet. */
    Intake.Refusal refusal(org.stadtbus.envelope.HubException why) {
        return new Intake.Refusal(CHANNEL, reference(), key, service, why);
    }
}
