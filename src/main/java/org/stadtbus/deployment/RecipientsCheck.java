package org.stadtbus.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** The recipients a route declares are exactly the procedures its Camel files hand over to (Art. 30 GDPR). */
final class RecipientsCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        folders.of(FileKind.ROUTE).filter(file -> file.faults().isEmpty()).forEach(file -> {
            Set<String> handedTo = handedTo(folders, file.folderPath());
            Set<String> declared = new TreeSet<>();
            for (JsonNode recipient : file.root().path("recipients")) {
                declared.add(recipient.asText());
            }
            handedTo.stream()
                    .filter(id -> !declared.contains(id))
                    .forEach(id -> report.at(
                            file,
                            "/recipients",
                            "Die Linie übergibt an »%s«; bitte bei recipients ergänzen.".formatted(id)));
            declared.stream()
                    .filter(id -> !handedTo.contains(id))
                    .forEach(id -> report.at(
                            file,
                            "/recipients",
                            "Die Linie übergibt nirgends an »%s«; bitte bei recipients streichen.".formatted(id)));
        });
    }

    private static Set<String> handedTo(Folders folders, String folder) {
        Set<String> ids = new TreeSet<>();
        Use.of(folders, "hub").stream()
                .filter(use -> use.file().folderPath().equals(folder) && "to".equals(use.path()))
                .map(use -> use.parameters().getOrDefault("procedure", ""))
                .filter(procedures -> !procedures.isBlank())
                .forEach(procedures -> ids.addAll(HubReferenceCheck.split(procedures)));
        return ids;
    }
}
