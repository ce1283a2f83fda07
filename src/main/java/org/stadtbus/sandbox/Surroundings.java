package org.stadtbus.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadtbus.sandbox.bauakten.BuildingFiles;
import org.stadtbus.sandbox.gericht.Prosecutor;
import org.stadtbus.sandbox.meldenetz.RegisterNet;
import org.stadtbus.sandbox.owi.FinesOffice;
import org.stadtbus.sandbox.unterbringung.Placements;
import org.stadtbus.sandbox.xdomea.CityArchive;
import org.stadtbus.sandbox.xdomea.RecordsOffice;

/** Whom the routes of the demo and the test drives reach beside the {@link City}: courts, registers, archive and offices with a wire of their own. */
public record Surroundings(
        RegisterNet registers,
        FinesOffice fines,
        Prosecutor prosecutor,
        Placements placements,
        RecordsOffice legalOffice,
        BuildingFiles buildingFiles,
        CityArchive archive)
        implements AutoCloseable {

    /**
     * Starts them all.
     *
     * @param city whose hub they reach
     * @param folder where they keep everything
     * @param directory who is who
     */
    public static Surroundings start(City city, Path folder, Path directory) {
        return new Surroundings(
                new RegisterNet(folder.resolve("meldenetz"), directory),
                new FinesOffice(folder.resolve("bussgeldstelle"), city.secret("bussgeldstelle")),
                new Prosecutor(folder.resolve("staatsanwaltschaft")),
                new Placements(folder.resolve("unterbringung")),
                new RecordsOffice(folder.resolve("rechtsamt")),
                new BuildingFiles(folder.resolve("bauakten"), city.secret("bauakten")),
                new CityArchive(folder.resolve("archiv")));
    }

    /** Settings with which a hub reaches them. */
    public Map<String, String> hubSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        List.of(
                        registers.hubSettings(),
                        fines.hubSettings(),
                        prosecutor.hubSettings(),
                        placements.hubSettings(),
                        legalOffice.hubSettings(),
                        buildingFiles.hubSettings(),
                        archive.hubSettings())
                .forEach(settings::putAll);
        return settings;
    }

    @Override
    public void close() {
        registers.close();
        fines.close();
        prosecutor.close();
        placements.close();
        buildingFiles.close();
    }
}
