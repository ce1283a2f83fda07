package org.stadtbus.vault;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The vault of this hub. Settings: {@code stadtbus.vault.folder} (default {@code <data>/vault}) and
 * {@code stadtbus.vault.key-file} (default {@code <data>/keys/vault.json}).
 */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Vault vault(
            @Value("${stadtbus.vault.folder:${stadtbus.data:data}/vault}") Path folder,
            @Value("${stadtbus.vault.key-file:${stadtbus.keys:${stadtbus.data:data}/keys}/vault.json}") Path keyFile) {
        return new FileVault(folder, keyFile);
    }
}
