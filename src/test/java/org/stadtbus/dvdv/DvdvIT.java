package org.stadtbus.dvdv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.FileDirectory;
import org.stadtbus.testkit.RunningHub;

/** A hub asks the DVDV when it is told to, and starts without. */
class DvdvIT {
    private static final String PASSWORD = "geheim";

    @TempDir
    private Path folder;

    @Test
    void hubWithoutTheSettingAsksItsFile() {
        try (RunningHub hub = RunningHub.start(folder, Map.of(), "sandbox")) {
            Directory directory = hub.bean(Directory.class);
            assertThat(directory).isInstanceOf(FileDirectory.class);
            assertThat(directory.key("bauaufsicht")).isEqualTo("bab:03403000");
        }
    }

    @Test
    void hubWithTheSettingAsksTheDvdv() throws Exception {
        try (DvdvStand stand = new DvdvStand();
                RunningHub hub = RunningHub.start(folder, settings(stand), "sandbox")) {
            Directory directory = hub.bean(Directory.class);
            assertThat(directory.require(DvdvStand.ROLE).name()).isEqualTo("Stadt Oldenburg, Bürgerbüro");
            assertThat(stand.dvdv.asked()).hasSize(1);
        }
    }

    private Map<String, String> settings(DvdvStand stand) throws Exception {
        Path file = folder.resolve("dvdv.p12");
        KeyStore store = stand.keys(PASSWORD);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("stadtbus.dvdv.url", stand.dvdv.uri().toString());
        settings.put("stadtbus.dvdv.bundle", "dvdv");
        settings.put(
                "spring.ssl.bundle.jks.dvdv.keystore.location", file.toUri().toString());
        settings.put("spring.ssl.bundle.jks.dvdv.keystore.password", PASSWORD);
        settings.put("spring.ssl.bundle.jks.dvdv.keystore.type", "PKCS12");
        settings.put(
                "stadtbus.standards.directory",
                DvdvStand.roles(folder, DvdvStand.CATEGORY).toAbsolutePath().toString());
        return settings;
    }
}
