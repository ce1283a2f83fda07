package org.stadtbus.deployment;

import java.util.List;

/** A Kamelet is named after its folder: file name, metadata.name and {@code <folder>-(source|sink)} are the same. */
final class KameletNameCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        for (Kamelet kamelet : folders.kamelets()) {
            YamlFile file = kamelet.file();
            List<String> names = List.of(file.folder() + "-source", file.folder() + "-sink");
            if (!names.contains(kamelet.fileName())) {
                report.at(
                        file.path(),
                        "Die Datei muss %s.kamelet.yaml oder %s.kamelet.yaml heißen.".formatted(names.toArray()));
            }
            if (!file.root().isMissingNode() && !kamelet.metadataName().equals(kamelet.fileName())) {
                report.at(
                        file,
                        "/metadata/name",
                        "metadata.name muss wie die Datei »%s« heißen.".formatted(kamelet.fileName()));
            }
        }
    }
}
