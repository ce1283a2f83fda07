package org.stadtbus.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which hub a tool works beside. */
public final class Settings {
    @Option(names = "--profile", description = "Spring-Profil, mit dem der Hub läuft", split = ",")
    private String[] profiles = {};

    @Option(names = "--set", paramLabel = "NAME=WERT", description = "Einstellung wie bei »run«")
    private Map<String, String> values = new LinkedHashMap<>();

    /** The Spring profiles it runs with. */
    public String[] profiles() {
        return profiles.clone();
    }

    /** Settings that win over its configuration files. */
    public Map<String, String> values() {
        values.putIfAbsent("stadtbus.home", Home.path().toString());
        return values;
    }
}
