package org.stadtbus.connector.soap;

import java.util.Locale;

/**
 * How the hub proves who it is, besides its certificate.
 *
 * @param kind the way
 * @param username empty where there is no way
 * @param password empty where there is no way
 */
record Login(Kind kind, String username, String password) {

    /** The ways a service may ask for. */
    enum Kind {
        /** None. */
        KEINE,
        /** HTTP basic authentication (RFC 7617). */
        BASIC,
        /** A UsernameToken in the head of the message (OASIS WSS UsernameToken Profile 1.1). */
        USERNAMETOKEN
    }

    Login {
        if (kind != Kind.KEINE && (username.isBlank() || password.isBlank())) {
            throw new IllegalArgumentException("Für die Anmeldung an SOAP fehlen username oder password.");
        }
    }

    /** @throws IllegalArgumentException when there is no such way, or name or password is missing for it */
    static Login of(String kind, String username, String password) {
        return new Login(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), username, password);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Keeps the password out of what is printed. */
    @Override
    public String toString() {
        return "Login[" + kind + ", " + username + "]";
    }
}
