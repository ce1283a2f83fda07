package org.stadtbus.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.envelope.HubException;

/**
 * The vault's store and keys, for the hub and for tools beside it. Settings besides {@link VaultProperties}:
 * {@code stadtbus.vault.folder} (default {@code <data>/vault}), {@code stadtbus.vault.spool} (default {@code <folder>/spool}; on the
 * folder's file system, each hub its own), {@code stadtbus.vault.keys} (default {@code <keys>/vault}, where {@code <keys>} is
 * {@code stadtbus.keys}) and {@code stadtbus.vault.key-file} (key of releases before 0.2, default {@code <keys>/vault.json}).
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultProperties.class)
public class VaultStoreConfiguration {

    @Bean
    Blobs vaultBlobs(
            VaultProperties properties, @Value("${stadtbus.vault.folder:${stadtbus.data:data}/vault}") Path folder) {
        if (properties.store() == VaultProperties.Store.FILE) {
            return new FileBlobs(folder.resolve("objects"));
        }
        if (properties.s3() == null) {
            throw HubException.permanent(
                    "vault-settings", "Der Tresor soll in einem S3-Speicher liegen, aber stadtbus.vault.s3 fehlt.");
        }
        return S3Clients.blobs(properties.s3());
    }

    @Bean
    VaultParts vaultParts(
            Blobs blobs,
            @Value("${stadtbus.vault.spool:${stadtbus.vault.folder:${stadtbus.data:data}/vault}/spool}") Path spool,
            @Value("${stadtbus.vault.keys:${stadtbus.keys:${stadtbus.data:data}/keys}/vault}") Path keys,
            @Value("${stadtbus.vault.key-file:${stadtbus.keys:${stadtbus.data:data}/keys}/vault.json}")
                    Path oldKeyFile) {
        try {
            return VaultParts.of(blobs, spool, keys, oldKeyFile);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Bean
    Rotation vaultRotation(VaultParts parts) {
        return new Rotation(parts);
    }

    @Bean
    Copies vaultCopies(Blobs blobs) {
        return new Copies(blobs);
    }

    static HubException unusable(IOException e) {
        return HubException.temporary("vault-unusable", "Der Tresor ist nicht nutzbar: " + e.getMessage(), e);
    }
}
