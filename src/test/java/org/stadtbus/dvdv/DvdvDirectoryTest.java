package org.stadtbus.dvdv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.standards.Organisation;
import org.stadtbus.testkit.TestAuthority;

/** Roles are resolved by the DVDV, and what it does wrong has a name. */
class DvdvDirectoryTest {
    private DvdvStand stand;
    private DvdvDirectory directory;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        stand = new DvdvStand();
        directory = stand.directory(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void roleHasTheNameTheDvdvGivesIt() {
        assertThat(directory.require(DvdvStand.ROLE).name()).isEqualTo("Stadt Oldenburg, Bürgerbüro");
        assertThat(directory.key(DvdvStand.ROLE)).isEqualTo(DvdvStand.KEY);
        assertThat(directory.find("niemand")).isEmpty();
    }

    @Test
    void serviceSaysWhereItIsReached() {
        assertThat(directory
                        .service(DvdvStand.ROLE, DvdvStand.SERVICE)
                        .element("OSCI_INTERMEDIARY")
                        .orElseThrow()
                        .uri())
                .isEqualTo("https://intermediaer.example/");
    }

    @Test
    void certificateIsOfItsCategoryOnly() {
        assertThat(directory.holds(DvdvStand.FINGERPRINT.toUpperCase(Locale.ROOT), DvdvStand.CATEGORY))
                .isTrue();
        assertThat(directory.holds(DvdvStand.FINGERPRINT, "Passbehörde")).isFalse();
    }

    @Test
    void otherDirectoriesRolesAreNotAskedInTheDvdv() {
        stand.dvdv.server().fault(new Fault.Down());
        assertThat(directory.require("stadtwerke").name()).isEqualTo("Stadtwerke");
        assertThat(directory.service("stadtwerke", "urn:dienst:zaehlerstand").elements())
                .hasSize(1);
    }

    @Test
    void missingAuthorityIsPermanentAndNamesKeyAndCategory() {
        stand.dvdv.clear();
        HubException failure = failure(() -> directory.require(DvdvStand.ROLE));
        assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failure.sentence()).contains(DvdvStand.KEY, DvdvStand.CATEGORY);
    }

    @Test
    void missingServiceIsPermanentAndNamesKeyAndService() {
        HubException failure = failure(() -> directory.service(DvdvStand.ROLE, "http://gibt.es/nicht.wsdl"));
        assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failure.problemCode()).isEqualTo("dvdv-unknown-service");
        assertThat(failure.sentence()).contains(DvdvStand.KEY, "http://gibt.es/nicht.wsdl");
    }

    @Test
    void entryThatEndedIsNoEntry() {
        stand.enter(stand.clock.instant().minusSeconds(1));
        assertThat(failure(() -> directory.service(DvdvStand.ROLE, DvdvStand.SERVICE))
                        .problemCode())
                .isEqualTo("dvdv-unknown-service");
    }

    @Test
    void directoryThatIsAwayIsTransient() {
        stand.dvdv.server().fault(new Fault.Down());
        assertThat(failure(() -> directory.require(DvdvStand.ROLE)).kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void slowAndBrokenAnswersAreTransient() {
        stand.dvdv.server().fault(new Fault.Slow(Duration.ofSeconds(20)));
        assertThat(failure(() -> directory.require(DvdvStand.ROLE)).problemCode())
                .isEqualTo("dvdv-timeout");
        afterThePause(new Fault.BrokenBody());
        assertThat(failure(() -> directory.require(DvdvStand.ROLE)).problemCode())
                .isEqualTo("dvdv-answer-unreadable");
        afterThePause(new Fault.HangUp());
        assertThat(failure(() -> directory.require(DvdvStand.ROLE)).problemCode())
                .isEqualTo("dvdv-unreachable");
    }

    private void afterThePause(Fault fault) {
        stand.dvdv.server().fault(fault);
        stand.clock.pass(DvdvStand.RETRY);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void overloadedDirectoryIsTransient(int status) {
        stand.dvdv.server().fault(new Fault.Error(status));
        assertThat(failure(() -> directory.require(DvdvStand.ROLE)).kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void wrongAddressIsNotTakenForAMissingEntry() {
        stand.dvdv.server().fault(new Fault.Error(404));
        assertThat(failure(() -> directory.require(DvdvStand.ROLE)).problemCode())
                .isEqualTo("dvdv-refused");
    }

    @Test
    void tokenThatIsNotTakenAnyMoreIsRenewed() {
        directory.require(DvdvStand.ROLE);
        stand.dvdv.forgetTokens();
        assertThat(directory.service(DvdvStand.ROLE, DvdvStand.SERVICE).uri()).isEqualTo(DvdvStand.SERVICE);
    }

    @Test
    void certificateTheDvdvDoesNotKnowIsSaidInASentence() throws Exception {
        try (DvdvStand other = new DvdvStand()) {
            DvdvDirectory stranger = stand.directory(folder, other.dvdv.uri());
            assertThat(failure(() -> stranger.require(DvdvStand.ROLE)).problemCode())
                    .isEqualTo("dvdv-access");
        }
    }

    @Test
    void hubShowsItsCertificateAndAsksNobodyElse() throws Exception {
        try (TlsGate gate = stand.tlsGate()) {
            assertThat(failure(() -> stand.directory(folder, gate, false).require(DvdvStand.ROLE))
                            .problemCode())
                    .isEqualTo("dvdv-unreachable");
            assertThat(gate.visitors()).isEmpty();
            stand.directory(folder, gate, true).require(DvdvStand.ROLE);
            assertThat(gate.visitors()).containsOnly("CN=Stadtbus");
        }
    }

    @Test
    void directoryWhoseCertificateHasEndedIsNotBelievedEvenWhereItIsItselfTrusted() throws Exception {
        TestAuthority authority = new TestAuthority(folder.resolve("tls"));
        assertThat(failure(() -> asked(authority, authority.expired("dvdv"))).problemCode())
                .isEqualTo("dvdv-unreachable");
        assertThat(asked(authority, authority.valid("dvdv")).name()).isEqualTo("Stadt Oldenburg, Bürgerbüro");
    }

    private Organisation asked(TestAuthority authority, TestAuthority.Identity shown) throws Exception {
        authority.trusted(shown);
        KeyStore trusted = KeyStore.getInstance(authority.trustStore().toFile(), TestAuthority.PASSWORD.toCharArray());
        try (Cable front =
                new Cable(shown.tls().getServerSocketFactory(), stand.dvdv.uri().getPort())) {
            URI uri = URI.create("https://127.0.0.1:" + front.port());
            return stand.directory(folder, uri, trusted).require(DvdvStand.ROLE);
        }
    }

    @Test
    void hubDoesNotStartWithoutKeyOrCategory() throws Exception {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        URI uri = stand.dvdv.uri();
        assertThat(failure(() -> stand.directory(folder, uri, empty, DvdvStand.CATEGORY))
                        .problemCode())
                .isEqualTo("dvdv-key");
        assertThat(failure(() -> stand.withoutCategory(folder)).sentence()).contains(DvdvStand.ROLE, "category");
    }

    @Test
    void momentBeforeItsEndAnEntryIsGood() {
        Instant end = stand.clock.instant().plusSeconds(1);
        stand.enter(end);
        assertThat(directory.require(DvdvStand.ROLE).key()).isEqualTo(DvdvStand.KEY);
    }

    private static HubException failure(ThrowingCallable call) {
        return catchThrowableOfType(HubException.class, call);
    }
}
