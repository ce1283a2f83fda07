package org.stadtbus.cli.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.gericht.Prosecutor;
import org.stadtbus.sandbox.owi.FinesOffice;
import org.stadtbus.sandbox.owi.Objection;

/** The fines office, which hands objections in by SFTP, and the public prosecutor behind the city's beBPo, who acknowledges them. */
final class FinesAndJustice implements Participant {
    private final Map<Errand, Objection> objections = new LinkedHashMap<>();
    private final FinesOffice fines;
    private final Prosecutor prosecutor;
    private final Path sent;

    /**
     * @param folder where both keep everything
     * @param password the hub's at the fines office
     */
    FinesAndJustice(Path folder, String password) {
        this.fines = new FinesOffice(folder.resolve("bussgeldstelle"), password);
        this.prosecutor = new Prosecutor(folder.resolve("staatsanwaltschaft"));
        this.sent = folder.resolve("einsprueche.txt");
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
    public Map<String, String> hubSettings() {
        Map<String, String> settings = new LinkedHashMap<>(fines.hubSettings());
        settings.putAll(prosecutor.hubSettings());
        return settings;
    }

    @Override
    public List<Errand> errands() {
        return List.copyOf(objections.keySet());
    }

    @Override
    public String send(Errand errand) {
        Objection objection = Objects.requireNonNull(objections.get(errand));
        String file = objection.file();
        if (!Disk.lines(sent).contains(file)) {
            fines.handIn(file, objection.xml(), objection.documents());
            Disk.append(sent, file);
        }
        return file;
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

    @Override
    public void close() {
        prosecutor.close();
        fines.close();
    }
}
