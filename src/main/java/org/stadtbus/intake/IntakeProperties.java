package org.stadtbus.intake;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the intake takes.
 *
 * @param acceptTest whether messages marked as tests are taken; off in production
 * @param maxForm largest form data
 * @param maxAttachment largest single attachment
 * @param maxAnswer largest answer of a procedure
 */
@Validated
@ConfigurationProperties("stadtbus.intake")
public record IntakeProperties(
        @DefaultValue("false") boolean acceptTest,
        @NotNull @DefaultValue("10MB") DataSize maxForm,
        @NotNull @DefaultValue("300MB") DataSize maxAttachment,
        @NotNull @DefaultValue("10MB") DataSize maxAnswer) {}
