package org.stadtbus.journey;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stadtbus.sandbox.bauakten.BuildingFiles;
import org.stadtbus.sandbox.xdomea.CityArchive;
import org.stadtbus.standards.InstalledXdomea;
import org.stadtbus.standards.OfficialStandards;
import org.stadtbus.testkit.RunningHub;

/** The building files and the archive with a hub between them that has the official schemas of xdomea. */
record DisposalSite(RunningHub hub, BuildingFiles files, CityArchive archive) implements AutoCloseable {

    static DisposalSite start(Path folder) {
        Path installed = InstalledXdomea.folder(OfficialStandards.require());
        BuildingFiles files = new BuildingFiles(folder.resolve("bauakten"), "geheim");
        CityArchive archive = new CityArchive(folder.resolve("archiv"));
        Map<String, String> settings = new LinkedHashMap<>(files.hubSettings());
        settings.putAll(archive.hubSettings());
        settings.put("stadtbus.standards.dir", installed.toString());
        return new DisposalSite(RunningHub.start(folder, settings, "sandbox"), files, archive);
    }

    @Override
    public void close() {
        hub.close();
        files.close();
    }
}
