package org.stadtbus.deployment;

/** Samples are whole: each input has an output or a refusal, each other file has its input. */
final class SampleFilesCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        for (String id : folders.mappings()) {
            SampleFiles samples = SampleFiles.of(folders, id);
            samples.files().stream()
                    .filter(file -> samples.caseOf(file).isEmpty())
                    .forEach(
                            file -> report.at(
                                    file,
                                    "Beispiele heißen <fall>.in.*, <fall>.out.*, <fall>.rejected.txt oder <fall>.envelope.json; bitte umbenennen oder löschen."));
            String extension = folders.file("mappings/" + id + "/mapping.yaml")
                    .map(file -> file.root().at("/output/extension").asText())
                    .orElse("");
            samples.cases().forEach(name -> sample(samples, name, extension, report));
            samples.files().stream()
                    .filter(file -> !extension.isEmpty() && file.matches(".*\\.out\\.[a-z0-9]+"))
                    .filter(file -> !file.endsWith(".out." + extension))
                    .forEach(file -> report.at(
                            file, "Die Abbildung macht ».%s«; bitte die Datei so enden lassen.".formatted(extension)));
        }
    }

    private static void sample(SampleFiles samples, String name, String extension, Report report) {
        String place = samples.folder() + "/" + name;
        boolean input = samples.file(name, "in").isPresent();
        boolean output = samples.file(name, "out").isPresent();
        boolean refused = samples.file(name, "rejected").isPresent();
        if (!input) {
            report.at(
                    place,
                    "Zu diesem Fall fehlt die Eingabe %s.in.*; bitte ablegen oder den Rest löschen.".formatted(name));
        } else if (output == refused) {
            report.at(
                    place,
                    "Zu diesem Fall gehört genau eine Datei %s.out.%s oder %s.rejected.txt."
                            .formatted(name, extension, name));
        }
    }
}
