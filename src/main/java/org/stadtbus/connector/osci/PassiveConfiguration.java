package org.stadtbus.connector.osci;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.osci.Algorithms;
import org.stadtbus.osci.ContentReader;
import org.stadtbus.osci.Party;
import org.stadtbus.osci.PassiveRecipient;
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.Standards;
import org.stadtbus.vault.Vault;

/** Puts the passive recipients together where they are set up. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("stadtbus.osci.passive.bundle")
class PassiveConfiguration {

    @Bean
    PassiveReceptions osciReceptions(
            PassiveSettings settings,
            SslBundles bundles,
            AnswerIntake intake,
            Vault vault,
            Catalogue catalogue,
            Standards standards,
            Directory directory) {
        OsciKeys keys = new OsciKeys(bundles.getBundle(settings.bundle()));
        Parts parts = new Parts(vault, intake, settings.maxAttachment().toBytes());
        Algorithms reading = new Algorithms(settings.olderAlgorithms());
        Map<String, PassiveReception> receptions = new HashMap<>();
        for (PassiveSettings.Recipient recipient : settings.recipients()) {
            String procedure = catalogue.require(recipient.procedure()).id();
            Party own = keys.hub(recipient.signatureAlias(), recipient.cipherAlias());
            PassiveRecipient passive = new PassiveRecipient(
                    own,
                    keys.trusted(settings.intermediaryCipherAlias()),
                    keys.trusted(settings.intermediarySignatureAlias()),
                    reading,
                    vault.spool());
            ContentReader reader = new ContentReader(own, keys.authors(), reading);
            Authors authors = NamedAuthors.of(
                    standards,
                    directory,
                    recipient.authorService(),
                    recipient.authorStandard(),
                    recipient.unknownAuthors());
            receptions.put(procedure, new PassiveReception(procedure, passive, reader, authors, parts, intake));
        }
        return new PassiveReceptions(
                receptions, vault.spool(), settings.maxMessage().toBytes());
    }
}
