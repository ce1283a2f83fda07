package org.stadtbus.connector.soap.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Locale;

/** How the procedure proves who it is. */
sealed interface Access {

    /**
     * With its client certificate, whoever issued it.
     *
     * @param fingerprint SHA-256 of the certificate in DER, hex, lower case without colons
     */
    record Certificate(String fingerprint) implements Access {
        private static final int HEX_DIGITS = 64;

        public Certificate {
            fingerprint = fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
            if (fingerprint.length() != HEX_DIGITS) {
                throw new IllegalArgumentException("certificate muss ein SHA-256-Fingerabdruck sein: 64 Hexziffern.");
            }
        }
    }

    /** With a UsernameToken of the type PasswordText (OASIS WSS UsernameToken Profile 1.1, section 3.1). */
    record Token(String username, String password) implements Access {
        public Token {
            if (username.isBlank() || password.isBlank()) {
                throw new IllegalArgumentException("login: usernametoken braucht username und password.");
            }
        }

        /** Takes as long for a wrong password as for a right one. */
        boolean is(String name, String secret) {
            boolean right = MessageDigest.isEqual(password.getBytes(UTF_8), secret.getBytes(UTF_8));
            return username.equals(name) && right;
        }

        /** Keeps the password out of what is printed. */
        @Override
        public String toString() {
            return "Token[" + username + "]";
        }
    }

    /** @throws IllegalArgumentException when there is no such way, or something is missing for it */
    static Access of(String login, String certificate, String username, String password) {
        return switch (login) {
            case "zertifikat" -> new Certificate(certificate);
            case "usernametoken" -> new Token(username, password);
            default -> throw new IllegalArgumentException("login ist zertifikat oder usernametoken, nicht " + login);
        };
    }
}
