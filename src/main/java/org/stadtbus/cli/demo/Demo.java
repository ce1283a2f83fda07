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
import org.stadtbus.cli.Ports;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.applicant.Samples;
import org.stadtbus.sandbox.bauportal.BuildingPortal;
import org.stadtbus.sandbox.bauportal.PortalAccount;
import org.stadtbus.xta.XtaFault;

/** Hub, city and applicants of one demo run. Everything that matters is on disk: a second run goes on where this one was. */
final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    /** Queues that hold what nobody waits for: cases for a person. */
    private static final String AT_REST = "clearing.";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final City city;
    private final ConfigurableApplicationContext hub;
    private final URI address;
    private final HubApi api;
    private final Senders senders;
    private final BuildingPortal portal;
    private final PrintStream people;

    private Demo(
            City city,
            BuildingPortal portal,
            ConfigurableApplicationContext hub,
            URI address,
            Path folder,
            PrintStream people) {
        this.city = city;
        this.portal = portal;
        this.hub = hub;
        this.address = address;
        this.people = people;
        this.api = new HubApi(city.client(City.OPERATOR), address);
        this.senders = new Senders(city, portal, address, folder.resolve("antragsteller"));
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
        PortalAccount xta = new PortalAccount(folder.resolve("stadt/bauportal/konto"), Ports.free());
        settings.putAll(xta.hubSettings());
        settings.put("stadtbus.home", Home.path().toString());
        settings.put("stadtbus.data", folder.resolve("hub").toString());
        settings.put("server.port", String.valueOf(port));
        DemoAccount account = DemoAccount.of(city.secret("konsole"));
        settings.putAll(account.settings());
        ConfigurableApplicationContext hub = Hub.start(settings, "sandbox");
        people.println("Der Stadtbus läuft: " + address + "/");
        people.println("Nutzdaten sieht, wer sich anmeldet: " + account.hint());
        BuildingPortal portal = new BuildingPortal(folder.resolve("stadt/bauportal"), xta);
        return new Demo(city, portal, hub, address, folder, people);
    }

    /** Sends what was not sent yet and returns when nothing is under way any more. */
    DemoReport run() throws InterruptedException {
        Map<Sample, String> references = new LinkedHashMap<>();
        for (Sample sample : Samples.all()) {
            references.put(sample, senders.send(sample));
        }
        Map<Sample, Outcome> printed = new LinkedHashMap<>();
        while (true) {
            fetchLetters();
            boolean still = still();
            List<Outcome> outcomes = look(references);
            outcomes.stream()
                    .filter(outcome -> still || outcome.state().resting())
                    .forEach(outcome -> print(outcome, printed));
            if (still && outcomes.size() == references.size()) {
                people.println("Das Bauportal des Landes hat in seinem XTA-Postfach "
                        + portal.letterbox().letters().size() + " Antworten gefunden.");
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

    private void fetchLetters() {
        try {
            portal.letterbox().fetch();
        } catch (IOException | XtaFault e) {
            LOG.info("The building portal looks into its mailbox again later: {}", e.getMessage());
        }
    }

    /** Nobody has anything in hand; asked twice, because a message may change hands between two questions. */
    private boolean still() {
        return city.idle() && queuesEmpty() && city.idle() && queuesEmpty();
    }

    private boolean queuesEmpty() {
        return hub.getBean(Backlog.class).waiting().keySet().stream().allMatch(queue -> queue.startsWith(AT_REST));
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
        portal.close();
        hub.close();
        city.close();
    }
}
