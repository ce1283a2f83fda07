package org.stadtbus.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtbus.Hub;
import org.stadtbus.broker.Backlog;
import org.stadtbus.cli.Home;
import org.stadtbus.sandbox.City;

/** Hub, city and applicants of one demo run. Everything that matters is on disk: a second run goes on where this one was. */
final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    /** Queues that hold what nobody waits for: cases for a person. */
    private static final String AT_REST = "clearing.";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Participants participants;
    private final ConfigurableApplicationContext hub;
    private final URI address;
    private final HubApi api;
    private final PrintStream people;

    private Demo(
            Participants participants,
            ConfigurableApplicationContext hub,
            URI address,
            HubApi api,
            PrintStream people) {
        this.participants = participants;
        this.hub = hub;
        this.address = address;
        this.api = api;
        this.people = people;
    }

    /**
     * Starts hub and city.
     *
     * @param folder where both keep everything
     * @param port port of the hub
     */
    static Demo start(Path folder, int port, PrintStream people) {
        URI address = URI.create("http://127.0.0.1:" + port);
        City city = City.start(folder.resolve("stadt"), address);
        Participants participants = Participants.start(city, address, folder);
        Map<String, String> settings = new LinkedHashMap<>(participants.hubSettings());
        settings.put("stadtbus.home", Home.path().toString());
        settings.put("stadtbus.data", folder.resolve("hub").toString());
        settings.put("server.port", String.valueOf(port));
        DemoAccount account = DemoAccount.of(city.secret("konsole"));
        settings.putAll(account.settings());
        ConfigurableApplicationContext hub = Hub.start(settings, "sandbox");
        people.println("Der Stadtbus läuft: " + address + "/");
        people.println("Nutzdaten sieht, wer sich anmeldet: " + account.hint());
        return new Demo(participants, hub, address, new HubApi(city.client(City.OPERATOR), address), people);
    }

    /** Sends what was not sent yet and returns when nothing is under way any more. */
    DemoReport run() throws InterruptedException {
        Map<Errand, String> references = participants.send();
        Map<Errand, Outcome> printed = new LinkedHashMap<>();
        while (true) {
            participants.work();
            boolean still = still();
            List<Outcome> outcomes = look(references);
            outcomes.stream()
                    .filter(outcome -> still || outcome.state().resting())
                    .forEach(outcome -> print(outcome, printed));
            if (still && outcomes.size() == references.size()) {
                participants.found().forEach(people::println);
                return new DemoReport(outcomes);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private void print(Outcome outcome, Map<Errand, Outcome> printed) {
        if (!outcome.equals(printed.put(outcome.errand(), outcome))) {
            people.println(outcome.line(address));
        }
    }

    /** Nobody has anything in hand; asked twice, because a message may change hands between two questions. */
    private boolean still() {
        return participants.idle() && queuesEmpty() && participants.idle() && queuesEmpty();
    }

    private boolean queuesEmpty() {
        return hub.getBean(Backlog.class).waiting().keySet().stream().allMatch(queue -> queue.startsWith(AT_REST));
    }

    private List<Outcome> look(Map<Errand, String> references) {
        List<Outcome> outcomes = new ArrayList<>();
        references.forEach((errand, reference) -> {
            try {
                api.find(reference)
                        .ifPresent(found ->
                                outcomes.add(new Outcome(errand, found.journeyId(), found.state(), found.text())));
            } catch (IOException e) {
                LOG.info("The hub did not say how {} stands: {}", errand.name(), e.getMessage());
            }
        });
        return outcomes;
    }

    @Override
    public void close() {
        hub.close();
        participants.close();
    }
}
