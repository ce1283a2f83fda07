package org.stadtbus.connector.xta.provider;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtbus.broker.Broker;

/** Mailboxes are there in every hub, so that a procedure with one may stand in the catalogue; they are emptied where the provider is set up. */
@Configuration(proxyBeanMethods = false)
class MailboxConfiguration {

    @Bean
    Mailbox xtaMailbox(Broker broker, @Qualifier("clock") Clock clock) {
        return new Mailbox(broker, clock);
    }

    @Bean("xta-postfach-component")
    XtaPostfachComponent xtaPostfach(Mailbox mailbox) {
        return new XtaPostfachComponent(mailbox);
    }
}
