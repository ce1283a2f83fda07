package org.stadtbus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.stadtbus.journal.ChainVerifier;
import org.stadtbus.journal.JournalDatabase;

/** What must hold when the last kill is over. */
final class Aftermath {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String story;

    /** @param story what happened, seeds included, for the message of a test that failed */
    Aftermath(String story) {
        this.story = story;
    }

    /** Everything accepted is delivered, nothing under two message ids. */
    void everythingArrivedOnce(Map<String, String> accepted, TradeRegister register) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(missing(accepted.keySet(), register))
                .as("accepted and not delivered, %s", story)
                .isEmpty());
        assertThat(register.doubled()).as("delivered twice, %s", story).isEmpty();
    }

    @Override
    public String toString() {
        return story;
    }

    private static Set<String> missing(Set<String> accepted, TradeRegister register) {
        Set<String> missing = new java.util.TreeSet<>(accepted);
        missing.removeAll(register.businesses());
        return missing;
    }

    /** Each accepted one is journalled as received and as delivered, once, and the chain is whole. */
    void journalIsWhole(Map<String, String> accepted, DataSource database, Path folder) {
        JournalDatabase journal = JournalDatabase.on(database, folder);
        for (String type : Set.of("RECEIVED", "DELIVERED")) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Set<String> journeys = Set.copyOf(journal.jdbc()
                        .sql("select journey_id from journal_event where type = :type")
                        .param("type", type)
                        .query(String.class)
                        .list());
                assertThat(journeys).as("%s, %s", type, story).containsAll(accepted.values());
            });
            assertThat(journal.jdbc()
                            .sql("select journey_id from journal_event where type = :type"
                                    + " group by journey_id having count(*) > 1")
                            .param("type", type)
                            .query(String.class)
                            .list())
                    .as("%s twice, %s", type, story)
                    .isEmpty();
        }
        assertThat(journal.verifier().verify()).as(story).isInstanceOf(ChainVerifier.Verdict.Intact.class);
    }
}
