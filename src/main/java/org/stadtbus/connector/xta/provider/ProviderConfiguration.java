package org.stadtbus.connector.xta.provider;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.broker.Broker;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.connector.xta.Parts;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.vault.Vault;

/** Puts the provider together where it is set up. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("stadtbus.xta.provider.bundle")
class ProviderConfiguration {

    @Bean
    ProviderServer xtaProvider(
            ProviderSettings settings,
            SslBundles bundles,
            Broker broker,
            AnswerIntake intake,
            JournalQueries journal,
            Vault vault,
            Mailbox mailbox,
            Catalogue catalogue,
            @Qualifier("clock") Clock clock) {
        settings.accounts().forEach(account -> catalogue.require(account.procedure()));
        Accounts accounts = new Accounts(settings.accounts(), clock);
        Parts parts = new Parts(vault, intake, settings.maxContent().toBytes());
        Sent sent = new Sent(broker.notes());
        String hub = settings.identifier();
        return new ProviderServer(
                settings,
                bundles.getBundle(settings.bundle()),
                new ProviderServer.Services(
                        new ManagementService(accounts, sent, new Reports(journal, hub, clock), hub),
                        new SendService(accounts, new Reception(intake, parts, sent)),
                        new MsgBoxService(accounts, mailbox, new Letters(parts, new Heads(hub)))),
                vault.spool());
    }
}
