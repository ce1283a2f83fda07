package org.stadtbus.sandbox.applicant;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stadtbus.sandbox.fitconnect.Draft;

/** The files a sample's form names. */
final class SampleFiles {
    private SampleFiles() {}

    static List<Draft.File> of(Sample sample) {
        List<Draft.File> files = new ArrayList<>();
        for (JsonNode document : sample.form().path("anlagen")) {
            if (document.has("datei")) {
                files.add(file(sample, document));
            }
        }
        return files;
    }

    private static Draft.File file(Sample sample, JsonNode document) {
        String name = document.path("datei").asText();
        String id = UUID.nameUUIDFromBytes((sample.name() + name).getBytes(StandardCharsets.UTF_8))
                .toString();
        byte[] pdf = PlanPdf.of(
                document.path("bezeichnung").asText(),
                sample.shows(),
                sample.kilobytes().getOrDefault(name, 0));
        return Draft.File.of(id, name, "application/pdf", document.path("art").asText(), pdf);
    }
}
