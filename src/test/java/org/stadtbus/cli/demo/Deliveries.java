package org.stadtbus.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stadtbus.sandbox.bauamt.BuildingAuthority;
import org.stadtbus.sandbox.enaio.DmsObject;
import org.stadtbus.sandbox.enaio.EnaioDms;

/** What lies at the targets of a city that is not running, looked at for anything that came twice. */
final class Deliveries {
    private final Path city;

    Deliveries(Path city) {
        this.city = city;
    }

    /** Everything a target has twice: messages at the building authority, cases and documents in the eAkte. */
    List<String> twice() {
        return Stream.concat(atTheAuthority().stream(), inTheFiles().stream()).toList();
    }

    private List<String> atTheAuthority() {
        try (BuildingAuthority authority = new BuildingAuthority(city.resolve("sftp/dateien"), Duration.ZERO)) {
            return repeated(authority.taken());
        }
    }

    private List<String> inTheFiles() {
        try (EnaioDms enaio = new EnaioDms(0, city.resolve("eakte"), "test", "test")) {
            List<String> cases = repeated(enaio.cases().stream()
                    .map(object -> "case of " + object.indexData().get("StadtbusVorgang"))
                    .toList());
            List<String> documents =
                    repeated(enaio.documents().stream().map(Deliveries::part).toList());
            return Stream.concat(cases.stream(), documents.stream()).toList();
        }
    }

    private static String part(DmsObject document) {
        return "document " + document.indexData().get("StadtbusNachricht") + " "
                + document.indexData().get("StadtbusTeil");
    }

    private static List<String> repeated(Collection<String> all) {
        Set<String> seen = new HashSet<>();
        return all.stream().filter(one -> !seen.add(one)).toList();
    }
}
