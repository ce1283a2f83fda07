package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.fitconnect.Draft;
import org.stadtbus.sandbox.fitconnect.FitConnectSender.Announced;
import org.stadtbus.testkit.DefaultTrust;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;
import org.stadtbus.testkit.TestAuthority.Identity;

/** A zustelldienst that does not prove who it is. */
@SuppressWarnings("NullAway.Init")
class FitConnectTlsTest {
    @TempDir
    Path folder;

    private TestCity city;
    private TestAuthority authority;

    @BeforeEach
    void start() throws Exception {
        city = new TestCity(folder);
        authority = new TestAuthority(folder.resolve("tls"));
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    @Refuses(connector = "fit-connect", value = BadInput.EXPIRED_CERTIFICATE)
    void nothingIsFetchedFromOneWithAnExpiredCertificateAndWhatWaitsThereStays() throws Exception {
        Announced sent =
                city.sender.send(Draft.of(TestCity.SERVICE, TestCity.FORM, "{}".getBytes(StandardCharsets.UTF_8)));
        try (Cable front = front(authority.trusted(authority.expired("zustelldienst")))) {
            FitConnectApi api = api(front);
            HubException failed = catchThrowableOfType(HubException.class, api::waiting);
            assertThat(failed.problemCode()).isEqualTo("fit-connect-unavailable");
            assertThat(failed.kind()).isEqualTo(FailureKind.TRANSIENT);
        }
        assertThat(city.point.state(sent.submissionId())).isEqualTo("submitted");
        try (Cable front = front(authority.valid("zustelldienst"))) {
            assertThat(api(front).waiting()).hasSize(1);
        }
    }

    private Cable front(Identity shown) {
        return new Cable(shown.tls().getServerSocketFactory(), city.server().port());
    }

    private FitConnectApi api(Cable front) throws Exception {
        URI uri = URI.create("https://127.0.0.1:" + front.port());
        FitConnectProperties settings = TestCity.settings(uri, city.tokenUrl(), folder, Duration.ofHours(1));
        try (DefaultTrust trust = new DefaultTrust(authority)) {
            return new FitConnectConfiguration().fitConnectApi(settings, city.limits, Clock.systemUTC());
        }
    }
}
