package org.stadtbus.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.stadtbus.testkit.Postgres;
import org.stadtbus.vault.FileVault;
import org.stadtbus.vault.Vault;

/** A journal with an empty database, vault and key of its own. */
public record JournalDatabase(
        DataSource dataSource, JdbcClient jdbc, Vault vault, Projector projector, JdbcJournal queries, Path keys) {

    /** On H2 as the embedded default runs it. */
    public static JournalDatabase h2(Path folder) {
        return on(emptyH2(), folder);
    }

    /** On a new database of a real PostgreSQL server. */
    public static JournalDatabase postgres(Path folder) {
        return on(emptyPostgres(), folder);
    }

    static DataSource emptyH2() {
        return JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "sa",
                "");
    }

    static DataSource emptyPostgres() {
        Postgres.Database database = Postgres.shared().create();
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.url());
        source.setUsername(database.user());
        source.setMinimumIdle(0);
        source.setIdleTimeout(10_000);
        return source;
    }

    /** On this database, which is brought to the newest schema. */
    public static JournalDatabase on(DataSource dataSource, Path folder) {
        migration(dataSource).load().migrate();
        Vault vault = new FileVault(folder.resolve("vault"), folder.resolve("keys/vault.json"));
        return new JournalDatabase(
                dataSource,
                JdbcClient.create(dataSource),
                vault,
                projector(dataSource, vault, folder.resolve("keys"), List.of(), List.of()),
                new JdbcJournal(JdbcClient.create(dataSource), new JournalCodec()),
                folder.resolve("keys"));
    }

    static org.flywaydb.core.api.configuration.FluentConfiguration migration(DataSource dataSource) {
        return Flyway.configure().dataSource(dataSource).javaMigrations(new FillSearchMigration(new JournalCodec()));
    }

    static Projector projector(
            DataSource dataSource,
            Vault vault,
            Path keys,
            List<Projection> projections,
            List<JournalObserver> observers) {
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(dataSource);
        JournalCodec codec = new JournalCodec();
        return new Projector(
                Chain.on(jdbc, codec, JournalKey.in(keys), Duration.ofHours(1), Clock.systemUTC()),
                JourneyWriter.on(jdbc, codec),
                CheckpointNote.in(keys),
                new JdbcTransactionManager(dataSource),
                vault,
                projections,
                observers);
    }

    /** Another projector on the same database, as a second node has it. */
    public Projector projector(Projection... projections) {
        return projector(dataSource, vault, keys, List.of(projections), List.of());
    }

    public ChainVerifier verifier() {
        return ChainVerifier.of(dataSource, null, keys);
    }
}
