package org.stadtbus.cli.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.sandbox.applicant.SentLog;
import org.stadtbus.sandbox.gericht.Prosecutor;
import org.stadtbus.sandbox.owi.FinesOffice;
import org.stadtbus.sandbox.owi.Objection;

/** The fines office, which hands objections in by SFTP, and the public prosecutor behind the city's beBPo, who acknowledges them. */
final class FinesAndJustice implements Participant {
    private final Map<Errand, Objection> objections = new LinkedHashMap<>();
    private final FinesOffice fines;
    private final Prosecutor prosecutor;
    private final SentLog sent;

    /** @param sent where the fines office remembers what it handed in */
    FinesAndJustice(FinesOffice fines, Prosecutor prosecutor, Path sent) {
        this.fines = fines;
        this.prosecutor = prosecutor;
        this.sent = new SentLog(sent.resolve("einsprueche.jsonl"));
        objections.put(
                new Errand("einspruch-gegen-bussgeld", JourneyState.DECIDED, ""),
                new Objection("321.1001.26", "Überschreiten der zulässigen Höchstgeschwindigkeit um 23 km/h", true));
        objections.put(
                new Errand("einspruch-ohne-bescheid", JourneyState.REJECTED, "unvollständig"),
                new Objection("321.1002.26", "Parken auf dem Radweg", false));
        objections.put(
                new Errand("einspruch-ohne-tatvorwurf", JourneyState.REJECTED, "tatvorwurf"),
                new Objection("321.1003.26", "", true));
    }

    @Override
    public List<Errand> errands() {
        return List.copyOf(objections.keySet());
    }

    @Override
    public String send(Errand errand) {
        Objection objection = Objects.requireNonNull(objections.get(errand));
        return sent.once(errand.name(), () -> handIn(objection));
    }

    private String handIn(Objection objection) {
        fines.handIn(objection.file(), objection.xml(), objection.documents());
        return objection.file();
    }

    @Override
    public void work() {
        // both work on their own
    }

    @Override
    public boolean idle() {
        return fines.waiting().isEmpty() && prosecutor.idle();
    }

    @Override
    public String found() {
        return "Die Bußgeldstelle hat zu ihren Einsprüchen " + fines.feedback().size() + " Rückmeldungen gefunden.";
    }
}
