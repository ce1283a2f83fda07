package org.stadtbus.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The checkpoints in the database. */
final class CheckpointTable {
    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Checkpoint checkpoint) {
        jdbc.sql(
                        """
                        insert into journal_checkpoint (number, hash, made_at, previous, key_id, signature)
                        values (:number, :hash, :madeAt, :previous, :keyId, :signature)
                        """)
                .param("number", checkpoint.number())
                .param("hash", checkpoint.hash())
                .param("madeAt", Times.column(checkpoint.madeAt()))
                .param("previous", checkpoint.previous())
                .param("keyId", checkpoint.keyId())
                .param("signature", checkpoint.signature())
                .update();
    }

    /** Checkpoints after this number, at most so many. */
    List<Checkpoint> after(long number, int limit) {
        return jdbc.sql("select * from journal_checkpoint where number > :number order by number limit :limit")
                .param("number", number)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** The last checkpoint at or before this number. */
    Optional<Checkpoint> upTo(long number) {
        return jdbc.sql("select * from journal_checkpoint where number <= :number order by number desc limit 1")
                .param("number", number)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The oldest without a time stamp. */
    List<Checkpoint> unstamped(int limit) {
        return jdbc.sql("select * from journal_checkpoint where time_stamp is null order by number limit :limit")
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    void stamp(long number, String timeStamp) {
        jdbc.sql("update journal_checkpoint set time_stamp = :timeStamp where number = :number and time_stamp is null")
                .param("timeStamp", timeStamp)
                .param("number", number)
                .update();
    }

    private static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong("number"),
                row.getString("hash"),
                Times.read(row, "made_at"),
                row.getLong("previous"),
                row.getString("key_id"),
                row.getString("signature"),
                row.getString("time_stamp"));
    }
}
