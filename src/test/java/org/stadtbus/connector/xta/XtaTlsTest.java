package org.stadtbus.connector.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;

/** A provider that does not prove who it is gets nothing, and what nobody can read is no answer. */
@SuppressWarnings("NullAway.Init")
class XtaTlsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private XtaStand stand;
    private Message message;
    private LocalServer listening;
    private volatile int requests;

    @BeforeEach
    void start() throws Exception {
        stand = new XtaStand(folder);
        message = stand.message(
                UUID.randomUUID().toString(), "<antrag/>".getBytes(StandardCharsets.UTF_8), new byte[] {1});
        listening = new LocalServer(0)
                .on("POST", "/.*", request -> {
                    requests++;
                    return Answer.bytes(200, "text/html", "<html>Wartung".getBytes(StandardCharsets.UTF_8));
                })
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        listening.close();
        stand.close();
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.EXPIRED_CERTIFICATE)
    void providerWithAnExpiredCertificateGetsNothing() throws Exception {
        assertThat(failure(stand.authority.expired("anbieter-alt"))).isEqualTo("xta-unreachable");
        assertThat(requests).isZero();
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.EXPIRED_CERTIFICATE)
    void providerWithAnExpiredCertificateThatIsItselfTrustedGetsNothing() throws Exception {
        assertThat(failure(stand.authority.trusted(stand.authority.expired("anbieter-alt"))))
                .isEqualTo("xta-unreachable");
        assertThat(requests).isZero();
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.WRONGLY_SIGNED)
    void providerThatNobodyVouchesForGetsNothing() throws Exception {
        assertThat(failure(new TestAuthority(folder.resolve("fremd")).valid("anbieter")))
                .isEqualTo("xta-unreachable");
        assertThat(requests).isZero();
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.MALFORMED)
    void answerThatNobodyCanReadIsTriedAgain() throws Exception {
        assertThat(failure(stand.authority.valid("anbieter-neu"))).isEqualTo("xta-answer-unreadable");
        assertThat(requests).isPositive();
    }

    private String failure(TestAuthority.Identity shown) throws Exception {
        try (Cable front = new Cable(shown.tls().getServerSocketFactory(), listening.port())) {
            URI uri = URI.create("https://127.0.0.1:" + front.port() + "/xta");
            XtaSettings account =
                    new XtaSettings(uri, uri, uri, XtaStand.BUNDLE, "ags:03403000", "xoev", TIMEOUT, TIMEOUT);
            Sending sending = stand.sending(account, stand.authority.valid("hub"));
            HubException failed =
                    catchThrowableOfType(HubException.class, () -> sending.send(XtaStand.PROCEDURE, message));
            assertThat(failed.kind()).isEqualTo(FailureKind.TRANSIENT);
            return failed.problemCode();
        }
    }
}
