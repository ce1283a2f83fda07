package org.stadtbus.cli.testdrive;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.gericht.Prosecutor;
import org.stadtbus.sandbox.meldenetz.RegisterNet;
import org.stadtbus.sandbox.owi.FinesOffice;
import org.stadtbus.sandbox.unterbringung.Placements;
import org.stadtbus.sandbox.xdomea.RecordsOffice;

/** Whom routes reach beyond the sandbox city, for the time of the test drives. */
record Neighbours(Map<String, String> hubSettings, List<AutoCloseable> all) implements AutoCloseable {

    /** @param directory who is who in the samples */
    static Neighbours start(City city, Path folder, Path directory) {
        RegisterNet registers = new RegisterNet(folder.resolve("meldenetz"), directory);
        FinesOffice fines = new FinesOffice(folder.resolve("bussgeldstelle"), city.secret("bussgeldstelle"));
        Prosecutor prosecutor = new Prosecutor(folder.resolve("staatsanwaltschaft"));
        Placements placements = new Placements(folder.resolve("unterbringung"));
        Map<String, String> settings = new LinkedHashMap<>(city.hubSettings());
        settings.putAll(registers.hubSettings());
        settings.putAll(fines.hubSettings());
        settings.putAll(prosecutor.hubSettings());
        settings.putAll(placements.hubSettings());
        settings.putAll(new RecordsOffice(folder.resolve("rechtsamt")).hubSettings());
        return new Neighbours(settings, List.of(registers, fines, prosecutor, placements));
    }

    @Override
    public void close() {
        all.forEach(Neighbours::close);
    }

    private static void close(AutoCloseable neighbour) {
        try {
            neighbour.close();
        } catch (Exception e) {
            throw new IllegalStateException("A neighbour did not close", e);
        }
    }
}
