package org.stadtbus.standards;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code stadtbus.standards.*}.
 *
 * @param dir folder the operator fills with official files; default {@code standards} in the working folder
 */
@Validated
@ConfigurationProperties(prefix = "stadtbus.standards")
public record StandardsProperties(@Nullable Path dir) {}
