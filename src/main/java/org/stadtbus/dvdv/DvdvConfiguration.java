package org.stadtbus.dvdv;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.FileDirectory;

/** Puts the DVDV before the file where it is set up. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("stadtbus.dvdv.url")
class DvdvConfiguration {

    @Bean
    @Primary
    Directory dvdvDirectory(
            FileDirectory file, DvdvProperties settings, SslBundles bundles, @Qualifier("clock") Clock clock) {
        return DvdvDirectory.open(file, settings, bundles.getBundle(settings.bundle()), clock);
    }
}
