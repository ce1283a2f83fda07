package org.stadtbus.journal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.stadtbus.vault.Vault;

/**
 * The projection: what writes it and what reads it. Its key and the note of its newest checkpoint lie in {@code stadtbus.keys}
 * (default {@code <data>/keys}).
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalProperties.class)
class JournalConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(JournalConfiguration.class);

    private static final String KEYS = "${stadtbus.keys:${stadtbus.data:data}/keys}";

    @Bean
    Projector projector(
            NamedParameterJdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            JournalCodec codec,
            JournalProperties properties,
            Clock clock,
            @Value(KEYS) Path keys,
            ObjectProvider<Projection> projections,
            ObjectProvider<JournalObserver> observers) {
        return new Projector(
                Chain.on(jdbc, codec, JournalKey.in(keys), properties.checkpointInterval(), clock),
                JourneyWriter.on(jdbc, codec),
                CheckpointNote.in(keys),
                transactions,
                vault,
                projections.orderedStream().toList(),
                observers.orderedStream().toList());
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
        try {
            return jdbc.sql(
                            "select happened_at from journal_event where number = (select number from journal_head where id = 1)")
                    .query((row, n) -> Times.read(row, "happened_at"))
                    .optional()
                    .orElse(Instant.MIN);
        } catch (DataAccessException away) {
            LOG.warn("Die Datenbank ist nicht da; bis zum ersten Ereignis gilt die Uhr dieses Rechners.");
            LOG.debug("No newest event", away);
            return Instant.MIN;
        }
    }

    @Bean
    FillSearchMigration fillSearchMigration(JournalCodec codec) {
        return new FillSearchMigration(codec);
    }

    @Bean
    @ConditionalOnProperty("stadtbus.journal.timestamp-url")
    TimeStamper timeStamper(JdbcClient jdbc, JournalProperties properties) {
        URI authority = Objects.requireNonNull(properties.timestampUrl());
        return new TimeStamper(new CheckpointTable(jdbc), authority, properties.timestampPause());
    }
}
