package org.stadtbus.connector.fitconnect;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The hub's zustellpunkt. {@code api-url} switches the channel on; then everything without a default must be there.
 *
 * @param apiUrl base address of the submission API, without {@code /v2}
 * @param tokenUrl OAuth2 token endpoint
 * @param clientId the subscriber's client
 * @param clientSecret its secret, from the environment
 * @param destinationId the zustellpunkt
 * @param decryptionKeys files with a private RSA JWK each; the current key and those submissions on their way may still use
 * @param signingKey file with the private RSA JWK events are signed with
 * @param callbackSecret secret the zustelldienst authenticates its callback with
 * @param pollInterval pause between two looks at the list of submissions
 * @param concurrency submissions handled at the same time
 * @param requestTimeout longest time one request may take, body included
 * @param downloadTimeout longest time the download of one attachment may take
 */
@Validated
@ConditionalOnProperty("stadtbus.fit-connect.api-url")
@ConfigurationProperties("stadtbus.fit-connect")
public record FitConnectProperties(
        @NotNull URI apiUrl,
        @NotNull URI tokenUrl,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @NotNull @Pattern(regexp = "[\\w-]{1,100}") String destinationId,
        @NotEmpty List<Path> decryptionKeys,
        @NotNull Path signingKey,
        @NotBlank String callbackSecret,
        @NotNull @DefaultValue("30s") Duration pollInterval,
        @Min(1) @DefaultValue("2") int concurrency,
        @NotNull @DefaultValue("30s") Duration requestTimeout,
        @NotNull @DefaultValue("10m") Duration downloadTimeout) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "FitConnectProperties[apiUrl=" + apiUrl + ", destinationId=" + destinationId + "]";
    }
}
