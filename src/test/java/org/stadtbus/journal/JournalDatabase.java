package org.stadtbus.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.stadtbus.vault.FileVault;
import org.stadtbus.vault.Vault;

/** A journal with an empty database and vault of its own. */
public record JournalDatabase(
        DataSource dataSource,
        JdbcClient jdbc,
        Vault vault,
        Projector projector,
        JdbcJournal queries,
        ChainVerifier verifier) {

    /** On H2 as the embedded default runs it. */
    public static JournalDatabase h2(Path folder) {
        return on(
                JdbcConnectionPool.create(
                        "jdbc:h2:mem:" + UUID.randomUUID()
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                        "sa",
                        ""),
                folder);
    }

    /** On this database, which must be empty. */
    public static JournalDatabase on(DataSource dataSource, Path folder) {
        Flyway.configure().dataSource(dataSource).load().migrate();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        JournalCodec codec = new JournalCodec();
        Vault vault = new FileVault(folder.resolve("vault"), folder.resolve("keys/vault.json"));
        Projector projector = new Projector(
                new NamedParameterJdbcTemplate(dataSource),
                new JdbcTransactionManager(dataSource),
                vault,
                codec,
                List.of(),
                List.of());
        return new JournalDatabase(
                dataSource, jdbc, vault, projector, new JdbcJournal(jdbc, codec), new ChainVerifier(jdbc, codec));
    }
}
