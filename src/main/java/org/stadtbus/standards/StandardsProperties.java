package org.stadtbus.standards;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code stadtbus.standards.*}.
 *
 * @param dir folder the operator fills with official files; default {@code standards} below the home folder
 * @param directory file that says who is who
 */
@Validated
@ConfigurationProperties(prefix = "stadtbus.standards")
public record StandardsProperties(@Nullable Path dir, @DefaultValue("config/directory.yaml") Path directory) {}
