package org.stadtbus.deployment;

import java.util.HashMap;
import java.util.Map;
import org.stadtbus.standards.Finding;
import org.stadtbus.standards.FormSchema;

/** The forms' schemas are valid JSON Schemas with names of their own. */
final class FormSchemaCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        Map<String, String> ids = new HashMap<>();
        FormSchema reader = new FormSchema();
        for (String file : folders.formSchemas()) {
            String other = ids.putIfAbsent(Folders.schemaId(file), file);
            if (other != null) {
                report.at(file, "So heißt schon %s; bitte einen anderen Dateinamen wählen.".formatted(other));
            }
            for (Finding finding : reader.check(folders.home().resolve(file))) {
                report.at(
                        file,
                        "Bitte das JSON Schema berichtigen, bei »%s«: %s"
                                .formatted(finding.location(), finding.sentence()));
            }
        }
    }
}
