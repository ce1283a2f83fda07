package org.stadtbus.deployment;

import java.util.List;

/** A route's folder is whole: route.yaml, a Camel file and a test. */
final class RouteFolderCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        for (String name : folders.folders("routes")) {
            String folder = "routes/" + name;
            List<String> files = folders.files(folder);
            need(files, folder, "/route\\.yaml", "Es fehlt route.yaml; ohne sie startet die Linie nicht.", report);
            need(
                    files,
                    folder,
                    "/[^/]+\\.camel\\.yaml",
                    "Es fehlt %s.camel.yaml mit den Schritten der Linie.".formatted(name),
                    report);
            need(
                    files,
                    folder,
                    "/[^/]+\\.test\\.yaml",
                    "Es fehlt eine Probefahrt; bitte wenigstens eine <fall>.test.yaml anlegen.",
                    report);
        }
    }

    private static void need(List<String> files, String folder, String pattern, String sentence, Report report) {
        if (files.stream().noneMatch(file -> file.substring(folder.length()).matches(pattern))) {
            report.at(folder, sentence);
        }
    }
}
