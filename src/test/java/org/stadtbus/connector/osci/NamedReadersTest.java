package org.stadtbus.connector.osci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.osci.OsciStand;
import org.stadtbus.standards.FileDirectory;
import org.stadtbus.standards.Standards;

/** A message goes to the authority its head names, as the directory knows it, or to nobody. */
class NamedReadersTest {
    private static final String SERVICE = "urn:example:rueckmeldung";
    private static final URI INTERMEDIARY = URI.create("http://intermediaer.example/osci");
    private static final String ENTRY =
            """
              - role: stelle-%s
                directoryService: DVDV
                directoryServiceVersion: "3"
                key: "%s"
                name: Meldebehörde
                contacts: []
                services:
                  - uri: %s
                    name: Rückmeldung
                    elements:
                      - { name: Intermediär, type: OSCI_INTERMEDIARY, uri: "%s" }
                      - { name: Leser, type: OSCI_ADDRESSEE, certificate: "%s" }
            """;

    @TempDir
    private Path folder;

    private Reader reader(String key) throws Exception {
        String certificate =
                Base64.getEncoder().encodeToString(OsciStand.READER.cipher().getEncoded());
        Path file = folder.resolve("directory.yaml");
        Files.writeString(
                file,
                "organisations:\n"
                        + ENTRY.formatted("eins", "ags:00000001", SERVICE, INTERMEDIARY, certificate)
                        + ENTRY.formatted("zwei", "ags:00000002", SERVICE, "http://anderswo.example/osci", certificate)
                        + ENTRY.formatted("drei", "ags:00000003", SERVICE, INTERMEDIARY, "kein Zertifikat"));
        Standards standards = Standards.load(Path.of("config"), folder);
        return new NamedReaders(standards, "xmeld-26.11", FileDirectory.load(file), SERVICE, INTERMEDIARY)
                .of(new Message(
                        Envelope.builder("n", "v", Instant.EPOCH).build(),
                        ("<m><nachrichtenkopf.g2g><leser><kennung>" + key
                                        + "</kennung></leser></nachrichtenkopf.g2g></m>")
                                .getBytes(UTF_8)));
    }

    @Test
    void messageIsEncryptedForTheAuthorityItNames() throws Exception {
        assertThat(reader("ags:00000001").cipher()).isEqualTo(OsciStand.READER.cipher());
        assertThat(reader("ags:00000001").address()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', osci-no-reader",
        "ags:00000002, osci-elsewhere",
        "ags:00000003, osci-no-certificate",
        "ags:99999999, unknown-service"
    })
    void whoCannotBeReachedIsACaseForAPerson(String key, String code) {
        HubException failure = catchThrowableOfType(HubException.class, () -> reader(key));
        assertThat(failure.problemCode()).isEqualTo(code);
        assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
    }
}
