package org.stadtbus.connector.xta.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The hub as XTA provider; {@code bundle} switches it on.
 *
 * @param port TLS port of its own; 0 takes a free one
 * @param host address it listens on
 * @param bundle name of the SSL bundle ({@code spring.ssl.bundle.*}) with the server's key and the issuers of client certificates
 * @param identifier who the hub is, as author of what it puts into mailboxes, e.g. {@code ags:03403000}
 * @param maxContent largest attachment that is taken
 * @param accounts which procedures may come
 */
@Validated
@ConditionalOnProperty("stadtbus.xta.provider.bundle")
@ConfigurationProperties("stadtbus.xta.provider")
record ProviderSettings(
        @DefaultValue("9443") int port,
        @DefaultValue("127.0.0.1") String host,
        @NotBlank String bundle,
        @NotBlank String identifier,
        @DefaultValue("1GB") DataSize maxContent,
        @NotEmpty @Valid List<Account> accounts) {

    /**
     * A procedure's account.
     *
     * @param procedure its id in the catalogue
     * @param identifier its name as author and reader, e.g. {@code psw:01003110}
     * @param certificate SHA-256 of its client certificate in DER, 64 hex digits
     * @param service the service its mail belongs to in message heads, a URI
     * @param payloadSchema the schema named in the heads of its mail, a URI
     * @param active false: known, but locked
     */
    record Account(
            @NotBlank String procedure,
            @NotBlank String identifier,
            @Pattern(regexp = "[0-9a-fA-F]{64}") String certificate,
            @DefaultValue("urn:de:stadtbus:post") String service,
            @DefaultValue("urn:de:stadtbus:nachricht") String payloadSchema,
            @DefaultValue("true") boolean active) {}
}
