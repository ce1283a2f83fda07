package org.stadtbus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.applicant.Applicants;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.applicant.Samples;
import org.stadtbus.testkit.ArtemisServer;
import org.stadtbus.testkit.TradeRegister;

/** Two hub processes on one broker and one database. */
class TwoHubsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOME_BEATS = Duration.ofSeconds(5);
    private static final int SOME = 40;

    @TempDir
    Path folder;

    @Test
    void oneNodePollsAndWhenItIsKilledTheOtherTakesOverAllWork() throws Exception {
        try (TradeRegister register = new TradeRegister();
                City city = City.start(folder.resolve("stadt"), URI.create("http://127.0.0.1:1"));
                ArtemisServer broker = ArtemisServer.single(folder.resolve("artemis"));
                Databases.Shared database = Databases.Shared.start(folder.resolve("db"));
                NodeProcess one = node("one", register, city, broker, database);
                NodeProcess two = node("two", register, city, broker, database)) {
            try {
                oneIsKilled(city, one, two, register, database);
            } catch (AssertionError | Exception e) {
                throw new AssertionError(one.log() + "\n\n" + two.log(), e);
            }
        }
    }

    private void oneIsKilled(
            City city, NodeProcess one, NodeProcess two, TradeRegister register, Databases.Shared database)
            throws Exception {
        Aftermath aftermath = new Aftermath("one of two nodes killed");
        one.launch();
        one.awaitUp();
        two.launch();
        two.awaitUp();
        NodeProcess polling = pollingOne(one, two);
        NodeProcess other = polling.equals(one) ? two : one;
        try (TradeLoad load = TradeLoad.start(city, List.of(one.uri(), two.uri()), 4)) {
            someMore(load);
            polling.kill();
            String reference = applyThroughFitConnect(city, other);
            someMore(load);
            Map<String, String> accepted = load.stop();
            aftermath.everythingArrivedOnce(accepted, register);
            aftermath.journalHasCaughtUp(accepted, city, other.uri());
            decided(reference, database);
            assertThat(other.polls()).isTrue();
            other.stop();
            aftermath.journalIsWhole(accepted, database.dataSource(), folder.resolve("shared"));
        }
    }

    private static NodeProcess pollingOne(NodeProcess one, NodeProcess two) {
        await().during(SOME_BEATS).atMost(PATIENCE).until(() -> one.polls() != two.polls());
        return one.polls() ? one : two;
    }

    private NodeProcess node(
            String name, TradeRegister register, City city, ArtemisServer broker, Databases.Shared database) {
        return new NodeProcess(register.home(folder.resolve("home-" + name)), folder.resolve(name))
                .in(city)
                .at(broker.url(), ArtemisServer.USER, ArtemisServer.PASSWORD)
                .with("spring.datasource.url", database.url())
                .with("spring.datasource.username", "")
                .with("stadtbus.keys", folder.resolve("shared/keys").toString())
                .with("stadtbus.vault.folder", folder.resolve("shared/vault").toString());
    }

    /** Comes in by polling FIT-Connect; its answers come in by polling the building authority's SFTP folder. */
    private String applyThroughFitConnect(City city, NodeProcess hub) throws Exception {
        Sample sample = Samples.all().stream()
                .filter(s -> s.name().equals("einfamilienhaus"))
                .findFirst()
                .orElseThrow();
        return new Applicants(city.portal(), city.client(City.ONLINE_FORM), folder.resolve("applicants"))
                .send(sample, hub.uri());
    }

    private static void decided(String reference, Databases.Shared database) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jdbc.sql(
                                "select e.type || ' ' || coalesce(j.state, '?') from journey j join journal_event e on e.journey_id = j.journey_id"
                                        + " where j.external_reference = :reference order by e.number")
                        .param("reference", reference)
                        .query(String.class)
                        .list())
                .as("journey of the application that came by polling")
                .anyMatch(step -> step.endsWith("entschieden")));
    }

    private static void someMore(TradeLoad load) {
        int before = load.count();
        await().atMost(PATIENCE).until(() -> load.count() >= before + SOME);
    }
}
