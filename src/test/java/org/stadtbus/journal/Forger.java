package org.stadtbus.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who may do everything in the database and knows how the chain is made, but has not the hub's key. */
final class Forger {
    private final JdbcClient jdbc;

    Forger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void sql(String tampering) {
        assertThat(jdbc.sql(tampering).update()).as(tampering).isPositive();
    }

    /** Computes all hashes anew. */
    void chainAgain() {
        String previous = HashChain.START;
        StringBuilder updates = new StringBuilder();
        for (Map<String, Object> row : jdbc.sql("select number, event, hash from journal_event order by number")
                .query()
                .listOfRows()) {
            String hash = HashChain.next(previous, String.valueOf(row.get("event")));
            if (!hash.equals(row.get("hash"))) {
                updates.append("update journal_event set previous_hash = '%s', hash = '%s' where number = %s;"
                        .formatted(previous, hash, row.get("number")));
            }
            previous = hash;
        }
        jdbc.sql(updates.toString()).update();
        jdbc.sql("update journal_head set hash = :hash").param("hash", previous).update();
    }

    /** Signs the checkpoints anew with another key. */
    void signAgain(JournalKey key) {
        CheckpointTable table = new CheckpointTable(jdbc);
        List<Checkpoint> old = table.after(0, 100);
        sql("delete from journal_checkpoint");
        for (Checkpoint each : old) {
            String hash = jdbc.sql("select hash from journal_event where number = :n")
                    .param("n", each.number())
                    .query(String.class)
                    .single();
            table.insert(Checkpoint.sign(key, each.number(), hash, each.madeAt(), each.previous()));
        }
    }

    /** Removes everything behind this event and makes it the end. */
    void cutAfter(long number) {
        sql("delete from journal_event where number > " + number);
        sql("update journal_head set number = " + number
                + ", hash = (select e.hash from journal_event e where e.number = " + number + ")");
    }
}
