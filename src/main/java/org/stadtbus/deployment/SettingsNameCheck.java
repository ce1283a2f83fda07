package org.stadtbus.deployment;

/** Standards and code lists are named after what they are, so that they are found. */
final class SettingsNameCheck implements Check {

    @Override
    public void check(Folders folders, Report report) {
        folders.of(FileKind.STANDARD)
                .forEach(file -> name(file, file.root().path("id").asText(), report));
        folders.of(FileKind.CODELIST).forEach(file -> {
            String uri = file.root().path("uri").asText();
            String version = file.root().path("version").asText();
            name(file, uri.substring(uri.lastIndexOf(':') + 1) + "_" + version, report);
        });
    }

    private static void name(YamlFile file, String name, Report report) {
        if (!file.root().isMissingNode() && !file.name().equals(name + ".yaml")) {
            report.at(file.path(), "Die Datei muss %s.yaml heißen, wie es in ihr steht.".formatted(name));
        }
    }
}
