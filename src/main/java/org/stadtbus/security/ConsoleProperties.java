package org.stadtbus.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may log in to the console.
 *
 * @param users accounts; none by default
 */
@Validated
@ConfigurationProperties("stadtbus.console")
public record ConsoleProperties(@Valid @DefaultValue List<User> users) {

    /**
     * One account.
     *
     * @param name account name; it appears in the journal when the account looks at payloads
     * @param password bcrypt hash, e.g. made with {@code htpasswd -nB}
     * @param roles what it may do
     */
    public record User(
            @NotBlank String name,
            @Pattern(regexp = "\\$2[aby]\\$\\d\\d\\$.{53}", message = "muss ein bcrypt-Hash sein") String password,
            @NotEmpty List<Role> roles) {
        @Override
        public String toString() {
            return "User[" + name + ", " + roles + "]";
        }
    }

    /** What an account may do. */
    public enum Role {
        /** See journeys and their time lines. */
        BETRIEB,
        /** See journeys, and open payloads; each look is journalled. */
        EINSICHT
    }
}
