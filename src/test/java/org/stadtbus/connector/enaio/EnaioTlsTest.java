package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.testkit.DefaultTrust;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;

/** An eAkte that does not prove who it is gets nothing, not even the password; the message is filed once it does. */
@SuppressWarnings("NullAway.Init")
class EnaioTlsTest extends EakteTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration HASTY = Duration.ofSeconds(1);

    private TestAuthority authority;

    @BeforeEach
    void begin() throws Exception {
        authority = new TestAuthority(home.resolve("tls"));
    }

    @Test
    @Refuses(connector = "enaio", value = BadInput.EXPIRED_CERTIFICATE)
    void eakteWithAnExpiredCertificateGetsNothing() throws Exception {
        assertGetsNothing(authority.expired("eakte"));
    }

    @Test
    @Refuses(connector = "enaio", value = BadInput.EXPIRED_CERTIFICATE)
    void eakteWithAnExpiredCertificateThatIsItselfTrustedGetsNothing() throws Exception {
        assertGetsNothing(authority.trusted(authority.expired("eakte")));
    }

    @Test
    @Refuses(connector = "enaio", value = BadInput.WRONGLY_SIGNED)
    void eakteThatNobodyVouchesForGetsNothing() throws Exception {
        assertGetsNothing(new TestAuthority(home.resolve("fremd")).valid("eakte"));
    }

    @Test
    @Refuses(connector = "enaio", value = BadInput.WRONGLY_ENCRYPTED)
    void eakteThatSpeaksNoTlsGetsNothing() throws Exception {
        Filing secure = trusting(door.uri().getPort(), HASTY);
        assertFails(() -> secure.file(applications.application("bau")), FailureKind.TRANSIENT, "enaio-timeout");
        assertThat(door.requests()).isZero();
    }

    private void assertGetsNothing(TestAuthority.Identity shown) throws Exception {
        Message message = applications.application("bau", "Plan");
        try (Cable front = front(shown)) {
            Filing secure = trusting(front.port(), PATIENT);
            assertFails(() -> secure.file(message), FailureKind.TRANSIENT, "enaio-unreachable");
        }
        assertThat(door.requests()).isZero();
        try (Cable front = front(authority.valid("eakte"))) {
            trusting(front.port(), PATIENT).file(message);
        }
        assertThat(enaio.documents()).hasSize(2);
    }

    private Cable front(TestAuthority.Identity shown) {
        return new Cable(shown.tls().getServerSocketFactory(), door.uri().getPort());
    }

    private Filing trusting(int port, Duration responseTimeout) throws Exception {
        try (DefaultTrust trust = new DefaultTrust(authority)) {
            URI uri = URI.create("https://127.0.0.1:" + port);
            return filing(settings(uri, PASSWORD, responseTimeout), vault);
        }
    }
}
