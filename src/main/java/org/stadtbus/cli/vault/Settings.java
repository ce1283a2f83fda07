package org.stadtbus.cli.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stadtbus.cli.Home;
import picocli.CommandLine.Option;

/** Which hub's vault it is. */
final class Settings {
    @Option(names = "--profile", description = "Spring-Profil, mit dem der Hub läuft", split = ",")
    private String[] profiles = {};

    @Option(names = "--set", paramLabel = "NAME=WERT", description = "Einstellung wie bei »run«")
    private Map<String, String> values = new LinkedHashMap<>();

    String[] profiles() {
        return profiles.clone();
    }

    Map<String, String> values() {
        values.putIfAbsent("stadtbus.home", Home.path().toString());
        return values;
    }
}
