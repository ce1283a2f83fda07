package org.stadtbus.vault;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the vault keeps its copies. Folders and keys are named in {@link VaultStoreConfiguration}.
 *
 * @param store {@code file} (default): below the vault's folder; {@code s3}: in a bucket, the folder then only spools
 * @param s3 the bucket; needed with {@code s3} only
 */
@Validated
@ConfigurationProperties("stadtbus.vault")
public record VaultProperties(@NotNull @DefaultValue("file") Store store, @Valid @Nullable S3 s3) {

    /** Kinds of store. */
    public enum Store {
        FILE,
        S3
    }

    /**
     * A bucket of any S3-compatible store; its credentials come from the environment ({@code AWS_ACCESS_KEY_ID},
     * {@code AWS_SECRET_ACCESS_KEY}, or what else the AWS SDK looks for by default).
     *
     * @param endpoint address of the store; absent for AWS itself
     * @param region as the store names it
     * @param bucket must be there already
     * @param prefix before all names, so that a bucket can be shared; empty by default
     * @param pathStyle true (default) for addresses like {@code endpoint/bucket}, as most stores outside AWS need
     * @param partMegabytes files above this size go in parts of it; 5 to 512, default 16
     * @param attempts how often a request is tried in all, default 5
     */
    public record S3(
            @Nullable URI endpoint,
            @NotBlank @DefaultValue("eu-central-1") String region,
            @NotBlank String bucket,
            @NotNull @DefaultValue("") String prefix,
            @DefaultValue("true") boolean pathStyle,
            @Min(5) @Max(512) @DefaultValue("16") int partMegabytes,
            @Min(1) @DefaultValue("5") int attempts) {}
}
