package org.stadtbus.vault;

import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault of a running hub. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Vault vault(VaultParts parts, Clock clock) {
        try {
            parts.begin();
            return new EncryptedVault(parts.blobs(), parts.spool(), parts.drawers(), parts.reader(), clock);
        } catch (IOException e) {
            throw VaultStoreConfiguration.unusable(e);
        }
    }
}
