package org.stadtbus.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.cli.Home;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.Surroundings;

/** Everybody who takes part in the demo. */
record Participants(Surroundings surroundings, List<Participant> all) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Participants.class);
    private static final Duration BEFORE_SENDING_AGAIN = Duration.ofSeconds(1);

    /** @param folder where they keep everything */
    static Participants start(City city, URI hub, Path folder) {
        Path sent = folder.resolve("antragsteller");
        Surroundings surroundings =
                Surroundings.start(city, folder.resolve("stadt"), Home.path().resolve("config/directory.yaml"));
        return new Participants(
                surroundings,
                List.of(
                        new CityApplicants(city, hub, sent),
                        new StatePortal(folder.resolve("stadt/bauportal"), sent),
                        new NeighbourRegister(surroundings.registers()),
                        new FinesAndJustice(surroundings.fines(), surroundings.prosecutor(), sent),
                        new LegalOffice(folder.resolve("stadt/asv"), surroundings.legalOffice()),
                        new ClinicAndCourt(surroundings.placements(), sent)));
    }

    Map<String, String> hubSettings() {
        Map<String, String> settings = new LinkedHashMap<>(surroundings.hubSettings());
        all.forEach(participant -> settings.putAll(participant.hubSettings()));
        return settings;
    }

    /** Hands every errand in, each again and again until it is taken; gives the references their journeys can be found by. */
    Map<Errand, String> send() throws InterruptedException {
        Map<Errand, String> references = new LinkedHashMap<>();
        for (Participant participant : all) {
            for (Errand errand : participant.errands()) {
                references.put(errand, send(participant, errand));
            }
        }
        return references;
    }

    private static String send(Participant participant, Errand errand) throws InterruptedException {
        while (true) {
            try {
                return participant.send(errand);
            } catch (IOException e) {
                LOG.info("{} is sent again: {}", errand.name(), e.getMessage());
                Thread.sleep(BEFORE_SENDING_AGAIN.toMillis());
            }
        }
    }

    void work() {
        for (Participant participant : all) {
            try {
                participant.work();
            } catch (IOException e) {
                LOG.info("{} tries again later: {}", participant.getClass().getSimpleName(), e.getMessage());
            }
        }
    }

    boolean idle() {
        return all.stream().allMatch(Participant::idle);
    }

    List<String> found() {
        return all.stream()
                .map(Participant::found)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public void close() {
        all.forEach(Participant::close);
        surroundings.close();
    }
}
