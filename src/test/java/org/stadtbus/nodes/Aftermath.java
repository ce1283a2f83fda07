package org.stadtbus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.stadtbus.journal.ChainVerifier;
import org.stadtbus.journal.JournalDatabase;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.http.Client;
import org.stadtbus.testkit.TradeRegister;

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

    /** The running hub's journal has caught up: every accepted one is received and delivered there, too. */
    void journalHasCaughtUp(Map<String, String> accepted, City city, URI hub) {
        Client client = city.client(City.OPERATOR);
        Set<String> behind = new TreeSet<>(accepted.values());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            for (String journey : Set.copyOf(behind)) {
                String steps = client.call("GET", hub.resolve("/api/v1/journeys/" + journey), BodyPublishers.noBody())
                        .body();
                if (steps.contains("\"RECEIVED\"") && steps.contains("\"DELIVERED\"")) {
                    behind.remove(journey);
                }
            }
            return behind.isEmpty();
        });
    }

    @Override
    public String toString() {
        return story;
    }

    private static Set<String> missing(Set<String> accepted, TradeRegister register) {
        Set<String> missing = new TreeSet<>(accepted);
        missing.removeAll(register.businesses());
        return missing;
    }

    /**
     * Each accepted one is journalled as received and as delivered, once, and the chain is whole.
     *
     * @param home folder with the keys of the hub, in {@code keys}
     */
    void journalIsWhole(Map<String, String> accepted, DataSource database, Path home) {
        JournalDatabase journal = JournalDatabase.on(database, home);
        for (String type : Set.of("RECEIVED", "DELIVERED")) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Set<String> journeys = Set.copyOf(journal.jdbc()
                        .sql("select journey_id from journal_event where type = :type")
                        .param("type", type)
                        .query(String.class)
                        .list());
                assertThat(journeys).as("%s, %s", type, story).containsAll(accepted.values());
            });
            List<String> twice = journal.jdbc()
                    .sql("select journey_id from journal_event where type = :type"
                            + " group by journey_id having count(*) > 1")
                    .param("type", type)
                    .query(String.class)
                    .list();
            assertThat(twice).as("%s twice, %s", type, story).doesNotContainAnyElementsOf(accepted.values());
        }
        assertThat(journal.verifier().verify()).as(story).isInstanceOf(ChainVerifier.Verdict.Intact.class);
    }
}
