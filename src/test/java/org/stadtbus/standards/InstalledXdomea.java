package org.stadtbus.standards;

import java.nio.file.Path;

/** The official xdomea schemas, installed as an operator does it. */
public final class InstalledXdomea {
    private InstalledXdomea() {}

    /** Every standard of the project's, with the files of xdomea 3.0.0 under the description the project ships. */
    public static Standards of(Path official) {
        Standards standards = Standards.load(InstalledXjustiz.CONFIG, folder(official));
        if (!standards.installed("xdomea-3.0.0")) {
            throw new IllegalStateException("xdomea was not installed");
        }
        return standards;
    }

    /** The folder of standards of a hub that has xdomea 3.0.0. */
    public static Path folder(Path official) {
        Path installed = InstalledXjustiz.folder();
        InstalledXjustiz.install(
                InstalledXjustiz.CONFIG,
                installed,
                official.resolve("xdomea/xdomea_3.0.0"),
                official.resolve("xdomea/xoev"));
        return installed;
    }
}
