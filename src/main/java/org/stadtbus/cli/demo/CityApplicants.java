package org.stadtbus.cli.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.applicant.Applicants;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.applicant.Sample.Channel;
import org.stadtbus.sandbox.applicant.Samples;

/** Citizens who apply by FIT-Connect or the city's own form, and the neighbours in the city who work on it. */
final class CityApplicants implements Participant {
    private final Map<Errand, Sample> samples = new LinkedHashMap<>();
    private final City city;
    private final Applicants applicants;
    private final URI hub;

    /** @param folder where they remember what they sent */
    CityApplicants(City city, URI hub, Path folder) {
        this.city = city;
        this.hub = hub;
        this.applicants = new Applicants(city.portal(), city.client(City.ONLINE_FORM), folder);
        Samples.all().stream()
                .filter(sample -> sample.channel() != Channel.XTA)
                .forEach(sample -> samples.put(Errand.of(sample), sample));
    }

    @Override
    public Map<String, String> hubSettings() {
        return city.hubSettings();
    }

    @Override
    public List<Errand> errands() {
        return List.copyOf(samples.keySet());
    }

    @Override
    public String send(Errand errand) throws IOException {
        return applicants.send(requireNonNull(samples.get(errand)), hub);
    }

    @Override
    public void work() {
        // the city's neighbours work on their own
    }

    @Override
    public boolean idle() {
        return city.idle();
    }

    @Override
    public String found() {
        return "";
    }

    @Override
    public void close() {
        city.close();
    }
}
