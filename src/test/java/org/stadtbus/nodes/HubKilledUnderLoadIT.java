package org.stadtbus.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.sandbox.City;
import org.stadtbus.testkit.TradeRegister;

/** The hub is killed with SIGKILL again and again while applications come in without a break. */
class HubKilledUnderLoadIT {
    private static final int LONGEST_LIFE_MILLIS = 6000;
    private static final int PEOPLE = 6;
    private static final int ENOUGH_PER_ROUND = 20;
    private static final Logger LOG = LoggerFactory.getLogger(HubKilledUnderLoadIT.class);

    @TempDir
    Path folder;

    @Test
    void acceptedMessagesSurviveTwoKills() throws Exception {
        kill(2, System.nanoTime());
    }

    @Tag("soak")
    @Test
    void acceptedMessagesSurviveThirtyKills() throws Exception {
        kill(30, System.nanoTime());
    }

    private void kill(int rounds, long seed) throws Exception {
        Random random = new Random(seed);
        Aftermath aftermath = new Aftermath(rounds + " kills, seed " + seed);
        try (TradeRegister register = new TradeRegister();
                City city = City.start(folder.resolve("stadt"), URI.create("http://127.0.0.1:1"));
                NodeProcess hub =
                        new NodeProcess(register.home(folder.resolve("home")), folder.resolve("hub")).in(city);
                TradeLoad load = TradeLoad.start(city, List.of(hub.uri()), PEOPLE)) {
            for (int round = 0; round < rounds; round++) {
                hub.launch();
                hub.awaitUp();
                // a life that ends in the middle of the work, whenever that is
                hub.lives(random.nextInt(LONGEST_LIFE_MILLIS));
                hub.kill();
            }
            hub.launch();
            hub.awaitUp();
            Map<String, String> accepted = load.stop();
            assertThat(accepted).as("load").hasSizeGreaterThan(rounds * ENOUGH_PER_ROUND);
            aftermath.everythingArrivedOnce(accepted, register);
            aftermath.journalHasCaughtUp(accepted, city, hub.uri());
            hub.stop();
            aftermath.journalIsWhole(accepted, Databases.of(folder.resolve("hub")), folder.resolve("hub"));
            LOG.info(
                    "{}: {} accepted, answers {}, {} deliveries repeated",
                    aftermath,
                    accepted.size(),
                    load.answers(),
                    register.repeated());
        }
    }
}
