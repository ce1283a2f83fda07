package org.stadtbus.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.osci.OsciException;
import org.stadtbus.sandbox.meldenetz.NeighbourTown;
import org.stadtbus.sandbox.meldenetz.RegisterNet;

/** Another town's register, which tells the city's by OSCI who has moved there, and the city's register, which answers. */
final class NeighbourRegister implements Participant {
    private static final Errand NOTICE = new Errand("umzug-rueckmeldung", JourneyState.DECIDED, "ausgewertet");
    private static final Errand WITHOUT_PERSON =
            new Errand("umzug-ohne-person", JourneyState.REJECTED, "Angaben zur Person");

    private final RegisterNet net;

    NeighbourRegister(RegisterNet net) {
        this.net = net;
    }

    @Override
    public List<Errand> errands() {
        return List.of(NOTICE, WITHOUT_PERSON);
    }

    @Override
    public String send(Errand errand) throws IOException {
        String id = UUID.nameUUIDFromBytes(errand.name().getBytes(StandardCharsets.UTF_8))
                .toString();
        byte[] xmeld = errand.equals(NOTICE) ? NeighbourTown.notice(id) : NeighbourTown.noticeOfNobody(id);
        try {
            return net.town().send(id, xmeld);
        } catch (OsciException refused) {
            throw new IOException("The intermediary answered " + refused.code(), refused);
        }
    }

    @Override
    public void work() throws IOException {
        try {
            net.town().fetch();
        } catch (OsciException refused) {
            throw new IOException("The intermediary answered " + refused.code(), refused);
        }
    }

    @Override
    public boolean idle() {
        return net.idle();
    }

    @Override
    public String found() {
        return "Die Nachbargemeinde hat in ihrem OSCI-Postfach "
                + net.town().letters().size() + " Antworten gefunden.";
    }
}
