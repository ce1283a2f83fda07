package org.stadtbus.cli.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadtbus.cli.Ports;
import org.stadtbus.sandbox.applicant.PortalUser;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.applicant.Sample.Channel;
import org.stadtbus.sandbox.applicant.Samples;
import org.stadtbus.sandbox.bauportal.BuildingPortal;
import org.stadtbus.sandbox.bauportal.PortalAccount;
import org.stadtbus.xta.XtaFault;

/** The state's building portal, which hands applications in by XTA and finds the answers in its mailbox. */
final class StatePortal implements Participant {
    private final Map<Errand, Sample> samples = new LinkedHashMap<>();
    private final PortalAccount account;
    private final BuildingPortal portal;
    private final PortalUser user;

    /**
     * @param folder where the portal keeps everything
     * @param sent where its users remember what they sent
     */
    StatePortal(Path folder, Path sent) {
        this.account = new PortalAccount(folder.resolve("konto"), Ports.free());
        this.portal = new BuildingPortal(folder, account);
        this.user = new PortalUser(portal, sent);
        Samples.all().stream()
                .filter(sample -> sample.channel() == Channel.XTA)
                .forEach(sample -> samples.put(Errand.of(sample), sample));
    }

    @Override
    public Map<String, String> hubSettings() {
        return account.hubSettings();
    }

    @Override
    public List<Errand> errands() {
        return List.copyOf(samples.keySet());
    }

    @Override
    public String send(Errand errand) throws IOException {
        return user.send(requireNonNull(samples.get(errand)));
    }

    @Override
    public void work() throws IOException {
        try {
            portal.letterbox().fetch();
        } catch (XtaFault fault) {
            throw new IOException("The hub answered " + fault.getMessage(), fault);
        }
    }

    @Override
    public boolean idle() {
        return true;
    }

    @Override
    public String found() {
        return "Das Bauportal des Landes hat in seinem XTA-Postfach "
                + portal.letterbox().letters().size() + " Antworten gefunden.";
    }

    @Override
    public void close() {
        portal.close();
    }
}
