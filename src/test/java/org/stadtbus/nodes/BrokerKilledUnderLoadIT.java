package org.stadtbus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.sandbox.City;
import org.stadtbus.testkit.ArtemisPair;
import org.stadtbus.testkit.ArtemisServer;
import org.stadtbus.testkit.TradeRegister;

/** External brokers are killed with SIGKILL while applications come in without a break; the hub goes on running. */
class BrokerKilledUnderLoadIT {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerKilledUnderLoadIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PEOPLE = 4;
    private static final int SOME = 40;

    @TempDir
    Path folder;

    @FunctionalInterface
    private interface Story {
        void happens(TradeLoad load) throws Exception;
    }

    @Test
    void killOfTheLiveBrokerLosesNothing() throws Exception {
        try (ArtemisPair pair = ArtemisPair.replicated(folder.resolve("artemis"))) {
            underLoad("live broker killed", pair.url(), load -> {
                pair.first().kill();
                someMore(load);
            });
        }
    }

    @Tag("soak")
    @Test
    void killsAndFailbacksOfTheLiveBrokerLoseNothing() throws Exception {
        try (ArtemisPair pair = ArtemisPair.replicated(folder.resolve("artemis"))) {
            underLoad("live broker killed and back, five times", pair.url(), load -> {
                for (int round = 0; round < 5; round++) {
                    pair.first().kill();
                    someMore(load);
                    pair.first().start();
                    pair.awaitBackupAgain();
                    someMore(load);
                }
            });
        }
    }

    @Test
    void killOfOneOfTwoClusteredBrokersLosesNothingOnceItIsBack() throws Exception {
        try (ArtemisPair pair = ArtemisPair.cluster(folder.resolve("artemis"))) {
            underLoad("clustered broker killed and back", pair.url(), load -> {
                pair.first().kill();
                someMore(load);
                pair.first().start();
                someMore(load);
            });
        }
    }

    private void underLoad(String name, String url, Story story) throws Exception {
        Aftermath aftermath = new Aftermath(name);
        try (TradeRegister register = new TradeRegister();
                City city = City.start(folder.resolve("stadt"), URI.create("http://127.0.0.1:1"));
                NodeProcess hub = new NodeProcess(register.home(folder.resolve("home")), folder.resolve("hub"))
                        .in(city)
                        .at(url, ArtemisServer.USER, ArtemisServer.PASSWORD)) {
            hub.launch();
            hub.awaitUp();
            try (TradeLoad load = TradeLoad.start(city, List.of(hub.uri()), PEOPLE)) {
                someMore(load);
                story.happens(load);
                Map<String, String> accepted = load.stop();
                aftermath.everythingArrivedOnce(accepted, register);
                aftermath.journalHasCaughtUp(accepted, city, hub.uri());
                assertThat(load.withoutRetryAfter()).isEmpty();
                hub.stop();
                aftermath.journalIsWhole(accepted, Databases.of(folder.resolve("hub")), folder.resolve("hub"));
                LOG.info(
                        "{}: {} accepted, answers {}, {} deliveries repeated",
                        name,
                        accepted.size(),
                        load.answers(),
                        register.repeated());
            } catch (AssertionError | Exception e) {
                throw new AssertionError(hub.log(), e);
            }
        }
    }

    private static void someMore(TradeLoad load) {
        int before = load.count();
        await().atMost(PATIENCE).until(() -> load.count() >= before + SOME);
    }
}
