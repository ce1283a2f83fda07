package org.stadtbus.connector.bebpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.testkit.DefaultTrust;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;

/** An EGVP-Enterprise that does not prove who it is gets nothing and is believed nothing. */
@SuppressWarnings("NullAway.Init")
class BebpoTlsTest {
    @TempDir
    Path folder;

    private BebpoStand stand;
    private TestAuthority authority;
    private DefaultTrust trust;

    @BeforeEach
    void begin() throws Exception {
        stand = new BebpoStand(folder);
        authority = new TestAuthority(folder.resolve("tls"));
        trust = new DefaultTrust(authority);
    }

    @AfterEach
    void end() throws Exception {
        trust.close();
        stand.close();
    }

    @Test
    @Refuses(connector = "bebpo", value = BadInput.EXPIRED_CERTIFICATE)
    void serviceWithAnExpiredCertificateGetsNothing() throws Exception {
        assertGetsNothing(authority.expired("egvp"));
    }

    @Test
    @Refuses(connector = "bebpo", value = BadInput.EXPIRED_CERTIFICATE)
    void serviceWithAnExpiredCertificateThatIsItselfTrustedGetsNothing() throws Exception {
        assertGetsNothing(authority.trusted(authority.expired("egvp")));
    }

    @Test
    @Refuses(connector = "bebpo", value = BadInput.EXPIRED_CERTIFICATE)
    void serviceWithAnExpiredCertificateThatIsItselfInTheBundleGetsNothing() throws Exception {
        TestAuthority.Identity expired = authority.trusted(authority.expired("egvp"));
        KeyStore trusted = KeyStore.getInstance(authority.trustStore().toFile(), TestAuthority.PASSWORD.toCharArray());
        stand.bundles.registerBundle("egvp", SslBundle.of(SslStoreBundle.of(null, null, trusted)));
        assertGetsNothing(expired);
    }

    @Test
    @Refuses(connector = "bebpo", value = BadInput.WRONGLY_SIGNED)
    void serviceThatNobodyVouchesForGetsNothing() throws Exception {
        assertGetsNothing(new TestAuthority(folder.resolve("fremd")).valid("egvp"));
    }

    private void assertGetsNothing(TestAuthority.Identity shown) throws Exception {
        Message message = stand.message("Antrag.pdf");
        stand.office.put("osci-1", BebpoStand.packed(java.util.Map.of("Brief.pdf", "Inhalt")));
        try (Cable front = front(shown)) {
            assertUnreachable(catchThrowableOfType(HubException.class, () -> send(front, message)));
            Fetching fetching = stand.fetching(uri(front));
            assertUnreachable(catchThrowableOfType(HubException.class, fetching::waiting));
        }
        assertThat(stand.office.sent()).isEmpty();
        try (Cable front = front(authority.valid("egvp"))) {
            send(front, message);
            assertThat(stand.fetching(uri(front)).waiting()).containsExactly("osci-1");
        }
        assertThat(stand.office.sent()).hasSize(1);
    }

    private static void assertUnreachable(HubException failure) {
        assertThat(failure.problemCode()).isEqualTo("bebpo-unreachable");
        assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    private void send(Cable front, Message message) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            stand.sending(uri(front)).send(BebpoStand.PROCEDURE, message, camel);
        }
    }

    private Cable front(TestAuthority.Identity shown) {
        return new Cable(
                shown.tls().getServerSocketFactory(), stand.office.uri().getPort());
    }

    private URI uri(Cable front) {
        return URI.create(
                "https://127.0.0.1:" + front.port() + stand.office.uri().getPath());
    }
}
