package org.stadtbus.cli.demo;

import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The demo's console account. */
record DemoAccount(String password) {
    private static final String NAME = "demo";
    private static final int PASSWORD_LENGTH = 12;

    static DemoAccount of(String secret) {
        return new DemoAccount(secret.substring(0, PASSWORD_LENGTH));
    }

    Map<String, String> settings() {
        String user = "stadtbus.console.users[0].";
        return Map.of(
                user + "name",
                NAME,
                user + "password",
                new BCryptPasswordEncoder().encode(password),
                user + "roles[0]",
                "BETRIEB",
                user + "roles[1]",
                "EINSICHT");
    }

    String hint() {
        return "Konto " + NAME + ", Passwort " + password;
    }
}
