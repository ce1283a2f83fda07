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
import org.stadtbus.sandbox.applicant.Applicants;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.applicant.Samples;

/** Hub, city and applicants of one demo run. Everything that matters is on disk: a second run goes on where this one was. */
final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BEFORE_SENDING_AGAIN = Duration.ofSeconds(1);

    private final City city;
    private final ConfigurableApplicationContext hub;
    private final URI address;
    private final HubApi api;
    private final Applicants applicants;
    private final PrintStream people;

    private Demo(City city, ConfigurableApplicationContext hub, URI address, Path folder, PrintStream people) {
        this.city = city;
        this.hub = hub;
        this.address = address;
        this.people = people;
        this.api = new HubApi(city.client(City.OPERATOR), address);
        this.applicants = new Applicants(city.portal(), city.client(City.ONLINE_FORM), folder.resolve("antragsteller"));
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
        Map<String, String> settings = new LinkedHashMap<>(city.hubSettings());
        settings.put("stadtbus.home", Home.path().toString());
        settings.put("stadtbus.data", folder.resolve("hub").toString());
        settings.put("server.port", String.valueOf(port));
        DemoAccount account = DemoAccount.of(city.secret("konsole"));
        settings.putAll(account.settings());
        ConfigurableApplicationContext hub = Hub.start(settings, "sandbox");
        people.println("Der Stadtbus läuft: " + address + "/");
        people.println("Nutzdaten sieht, wer sich anmeldet: " + account.hint());
        return new Demo(city, hub, address, folder, people);
    }

    /** Sends what was not sent yet and returns when nothing is under way any more. */
    DemoReport run() throws InterruptedException {
        Map<Sample, String> references = new LinkedHashMap<>();
        for (Sample sample : Samples.all()) {
            references.put(sample, send(sample));
        }
        Map<Sample, Outcome> printed = new LinkedHashMap<>();
        while (true) {
            boolean still = still();
            List<Outcome> outcomes = look(references);
            outcomes.stream()
                    .filter(outcome -> still || outcome.state().resting())
                    .forEach(outcome -> print(outcome, printed));
            if (still && outcomes.size() == references.size()) {
                return new DemoReport(outcomes);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private void print(Outcome outcome, Map<Sample, Outcome> printed) {
        if (!outcome.equals(printed.put(outcome.sample(), outcome))) {
            people.println(outcome.line(address));
        }
    }

    private String send(Sample sample) throws InterruptedException {
        while (true) {
            try {
                return applicants.send(sample, address);
            } catch (IOException e) {
                LOG.info("Sample {} is sent again: {}", sample.name(), e.getMessage());
                Thread.sleep(BEFORE_SENDING_AGAIN.toMillis());
            }
        }
    }

    /** Nobody has anything in hand; asked twice, because a message may change hands between two questions. */
    private boolean still() {
        return city.idle() && queuesEmpty() && city.idle() && queuesEmpty();
    }

    private boolean queuesEmpty() {
        return hub.getBean(Backlog.class).waiting().keySet().stream().allMatch(queue -> queue.startsWith("clearing."));
    }

    private List<Outcome> look(Map<Sample, String> references) {
        List<Outcome> outcomes = new ArrayList<>();
        references.forEach((sample, reference) -> {
            try {
                api.find(reference)
                        .ifPresent(found ->
                                outcomes.add(new Outcome(sample, found.journeyId(), found.state(), found.text())));
            } catch (IOException e) {
                LOG.info("The hub did not say how {} stands: {}", sample.name(), e.getMessage());
            }
        });
        return outcomes;
    }

    @Override
    public void close() {
        hub.close();
        city.close();
    }
}
