package org.stadtbus.journal;

import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
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
            ObjectProvider<JournalObserver> observers) {
        return new Projector(
                jdbc, transactions, vault, codec, observers.orderedStream().toList());
    }

    @Bean
    JdbcJournal journalQueries(JdbcClient jdbc, JournalCodec codec) {
        return new JdbcJournal(jdbc, codec);
    }

    /** The hub's clock for everything it journals; who talks to neighbours about time asks the machine's ({@code clock}). */
    @Bean
    @Primary
    Clock steadyClock(@Qualifier("clock") Clock machine, JdbcClient jdbc) {
        return new SteadyClock(machine, newest(jdbc));
    }

    private static Instant newest(JdbcClient jdbc) {
        return jdbc.sql(
                        "select happened_at from journal_event where number = (select number from journal_head where id = 1)")
                .query((row, n) -> Times.read(row, "happened_at"))
                .optional()
                .orElse(Instant.MIN);
    }

    @Bean
    ChainVerifier chainVerifier(JdbcClient jdbc, JournalCodec codec) {
        return new ChainVerifier(jdbc, codec);
    }
}
