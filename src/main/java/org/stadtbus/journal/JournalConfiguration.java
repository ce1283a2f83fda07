package org.stadtbus.journal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.stadtbus.vault.Vault;

/** The projection: what writes it and what reads it. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean
    Projector projector(
            NamedParameterJdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            JournalCodec codec,
            ObjectProvider<Projection> projections,
            ObjectProvider<JournalObserver> observers) {
        return new Projector(
                jdbc,
                transactions,
                vault,
                codec,
                projections.orderedStream().toList(),
                observers.orderedStream().toList());
    }

    @Bean
    JdbcJournal journalQueries(JdbcClient jdbc, JournalCodec codec) {
        return new JdbcJournal(jdbc, codec);
    }

    @Bean
    ChainVerifier chainVerifier(JdbcClient jdbc, JournalCodec codec) {
        return new ChainVerifier(jdbc, codec);
    }
}
