package org.stadtbus.deployment;

/** Every YAML file can be read, holds no key twice and is one the hub reads. */
final class ReadableCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        for (YamlFile file : folders.yaml()) {
            file.faults().forEach(fault -> report.at(fault.file(), fault.line(), fault.sentence()));
            if (file.kind().isEmpty()) {
                report.at(
                        file.path(),
                        "Diese Datei liest niemand; bitte umbenennen (z. B. route.yaml, <name>.camel.yaml), verschieben oder löschen.");
            }
        }
    }
}
