package org.stadtbus.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.applicant.Applicants;
import org.stadtbus.sandbox.applicant.PortalUser;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.applicant.Sample.Channel;
import org.stadtbus.sandbox.bauportal.BuildingPortal;

/** Who sends the samples, each on its channel, again and again until it is taken. */
final class Senders {
    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
    private static final Duration BEFORE_SENDING_AGAIN = Duration.ofSeconds(1);

    private final Applicants applicants;
    private final PortalUser portalUser;
    private final URI hub;

    /** @param folder where they remember what they sent */
    Senders(City city, BuildingPortal portal, URI hub, Path folder) {
        this.applicants = new Applicants(city.portal(), city.client(City.ONLINE_FORM), folder);
        this.portalUser = new PortalUser(portal, folder);
        this.hub = hub;
    }

    /** Gives the reference the sample's journey can be found by. */
    String send(Sample sample) throws InterruptedException {
        while (true) {
            try {
                return sample.channel() == Channel.XTA ? portalUser.send(sample) : applicants.send(sample, hub);
            } catch (IOException e) {
                LOG.info("Sample {} is sent again: {}", sample.name(), e.getMessage());
                Thread.sleep(BEFORE_SENDING_AGAIN.toMillis());
            }
        }
    }
}
