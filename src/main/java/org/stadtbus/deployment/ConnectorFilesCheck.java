package org.stadtbus.deployment;

/** A connector's folder holds connector.yaml, a README that lists every property, and recorded answers in sandbox/. */
final class ConnectorFilesCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        for (String name : folders.folders("connectors")) {
            String folder = "connectors/" + name;
            if (!folders.isFile(folder + "/connector.yaml")) {
                report.at(folder, "Es fehlt connector.yaml; bitte anlegen.");
            }
            if (folders.files(folder + "/sandbox").isEmpty()) {
                report.at(
                        folder,
                        "Es fehlt der Ordner sandbox mit aufgezeichneten Antworten der Gegenstelle; bitte wenigstens eine ablegen.");
            }
            readme(folders, folder, report);
        }
    }

    private static void readme(Folders folders, String folder, Report report) {
        String file = folder + "/README.md";
        if (!folders.isFile(file)) {
            report.at(folder, "Es fehlt README.md; bitte den Anschluss und jede Eigenschaft beschreiben.");
            return;
        }
        if (!ReadmeParts.upToDate(folders, folder)) {
            report.at(file, "Eine Tabelle fehlt oder ist veraltet; bitte ./stadtbus lint --write laufen lassen.");
        }
    }
}
