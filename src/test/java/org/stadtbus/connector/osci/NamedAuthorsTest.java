package org.stadtbus.connector.osci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.stadtbus.envelope.HubException;
import org.stadtbus.osci.Content;
import org.stadtbus.osci.OsciStand;
import org.stadtbus.standards.Directory;
import org.stadtbus.standards.FileDirectory;
import org.stadtbus.standards.Standards;

/** Nobody writes in the name of another, whoever vouches for him. */
class NamedAuthorsTest {
    private static final String SERVICE = "urn:example:rueckmeldung";
    private static final String STANDARD = "xmeld-26.11";
    private static final String AUTHOR = "ags:00000001";
    private static final X509Certificate OLD = OsciStand.READER.signature();
    private static final X509Certificate NEW = OsciStand.AUTHOR.signature();
    private static final X509Certificate OTHER = OsciStand.intermediary().signature();

    @TempDir
    private Path folder;

    private Directory directory;
    private Standards standards;

    @BeforeEach
    void load() throws Exception {
        Path file = folder.resolve("directory.yaml");
        Files.writeString(
                file,
                """
                organisations:
                  - role: stelle
                    directoryService: DVDV
                    directoryServiceVersion: "3"
                    key: "%s"
                    name: Meldebehörde
                    contacts: []
                    services:
                      - uri: %s
                        name: Rückmeldung
                        elements:
                          - { name: Leser, type: OSCI_ADDRESSEE, certificate: "%s" }
                          - { name: bisher, type: SIGNATURE_CERTIFICATE, certificate: "%s" }
                          - { name: künftig, type: SIGNATURE_CERTIFICATE, certificate: "%s" }
                """
                        .formatted(AUTHOR, SERVICE, encoded(OTHER), encoded(OLD), encoded(NEW)));
        directory = FileDirectory.load(file);
        standards = Standards.load(Path.of("config"), folder);
    }

    private static String encoded(X509Certificate certificate) throws Exception {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }

    private static Content signed(String author, X509Certificate... signers) {
        return content(
                "<m><nachrichtenkopf.g2g><autor><kennung>" + author + "</kennung></autor></nachrichtenkopf.g2g></m>",
                signers);
    }

    private static Content content(String payload, X509Certificate... signers) {
        return new Content(payload.getBytes(UTF_8), List.of(), List.of(signers));
    }

    private Optional<String> objection(Content content, boolean unknownToo) {
        return NamedAuthors.of(standards, directory, SERVICE, STANDARD, unknownToo)
                .objection(content)
                .map(HubException::problemCode);
    }

    @Test
    void namedAuthorSignsWithAnyOfItsCertificatesAndOthersMaySignToo() {
        assertThat(objection(signed(AUTHOR, OLD), false)).isEmpty();
        assertThat(objection(signed(AUTHOR, NEW), false)).isEmpty();
        assertThat(objection(signed(AUTHOR, OTHER, NEW), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoIsNotTheNamedAuthorIsRefusedWhateverTheSettings(boolean unknownToo) {
        assertThat(objection(signed(AUTHOR, OTHER), unknownToo)).contains("author-not-signer");
    }

    @ParameterizedTest
    @CsvSource({"ags:99999999, author-unknown", "'', author-missing"})
    void whoCannotBeToldIsRefusedUnlessSettingsAllowIt(String author, String code) {
        assertThat(objection(signed(author, NEW), false)).contains(code);
        assertThat(objection(signed(author, NEW), true)).isEmpty();
    }

    @Test
    void whatIsNoMessageAtAllIsLeftToItsRoute() {
        assertThat(objection(content("Guten Tag", OTHER), false)).isEmpty();
    }

    @Test
    void directoryThatIsAwayLetsTheMessageWait() {
        directory = Mockito.mock(Directory.class);
        HubException away = HubException.temporary("dvdv-timeout", "Nicht rechtzeitig.", new IllegalStateException());
        Mockito.when(directory.serviceOf(AUTHOR, SERVICE)).thenThrow(away);
        assertThatThrownBy(() -> objection(signed(AUTHOR, NEW), true)).isSameAs(away);
    }

    @Test
    void withoutServiceNothingIsChecked() {
        assertThat(NamedAuthors.of(standards, directory, "", "", false).objection(signed(AUTHOR, OTHER)))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamedAuthors.of(standards, directory, SERVICE, "", false));
    }
}
