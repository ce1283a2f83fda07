package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.enaio.EnaioDms;
import org.stadtbus.vault.FileVault;
import org.stadtbus.vault.Vault;

/** An eAkte of its own for each test, with a doorman in front. */
@SuppressWarnings("NullAway.Init")
abstract class EakteTest {
    static final String USER = "stadtbus";
    static final String PASSWORD = "pass:wörd";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path home;

    EnaioDms enaio;
    Doorman door;
    FileVault vault;
    Applications applications;
    Filing filing;

    @BeforeEach
    void open() {
        enaio = new EnaioDms(0, home.resolve("enaio"), USER, PASSWORD);
        door = new Doorman(enaio.server().uri());
        vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
        applications = new Applications(vault);
        filing = filing(PASSWORD, LONG);
    }

    @AfterEach
    void shut() {
        door.close();
        enaio.close();
    }

    Filing filing(String password, Duration responseTimeout) {
        return filing(settings(door.uri(), password, responseTimeout), vault);
    }

    static Filing filing(EnaioSettings settings, Vault vault) {
        EnaioClient client = new EnaioClient(new EnaioHttp(settings));
        return new Filing(
                new CaseFiles(client, settings.caseType(), "", Set.of()),
                new Documents(client, settings.documentType()),
                new Parts(vault));
    }

    EnaioClient client() {
        return new EnaioClient(new EnaioHttp(settings(door.uri(), PASSWORD, LONG)));
    }

    static EnaioSettings settings(URI url, String password, Duration responseTimeout) {
        return new EnaioSettings(url, USER, password, "Vorgang", "Schriftstueck", LONG, responseTimeout);
    }

    static void assertFails(ThrowingCallable attempt, FailureKind kind, String code) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(attempt))
                .isInstanceOfSatisfying(HubException.class, e -> {
                    assertThat(e.problemCode()).isEqualTo(code);
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.sentence()).doesNotContain(PASSWORD);
                });
    }
}
