package org.stadtbus.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.testkit.TestAuthority;

/** Whom the connectors believe, over real TLS. */
class TrustedCertificatesTest {
    @TempDir
    Path folder;

    @Test
    void certificateThatIsItselfTrustedIsBelievedUntilItEnds() throws Exception {
        TestAuthority authority = new TestAuthority(folder);
        TestAuthority.Identity valid = authority.valid("gültig");
        assertThat(greeted(valid, authority.pem(valid.certificate()))).isTrue();
        TestAuthority.Identity expired = authority.expired("abgelaufen");
        assertThatThrownBy(() -> greeted(expired, authority.pem(expired.certificate())))
                .isInstanceOf(SSLHandshakeException.class)
                .hasStackTraceContaining("CertificateExpiredException");
    }

    @Test
    void certificateOfAnAuthorityIsBelievedUntilItEnds() throws Exception {
        TestAuthority authority = new TestAuthority(folder);
        assertThat(greeted(authority.valid("gültig"), authority.pem())).isTrue();
        assertThatThrownBy(() -> greeted(authority.expired("abgelaufen"), authority.pem()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    private static boolean greeted(TestAuthority.Identity server, Path trusted) throws IOException {
        try (LocalServer behind = new LocalServer(0).start();
                Cable front = new Cable(
                        server.tls().getServerSocketFactory(), behind.uri().getPort());
                Socket socket = TrustedCertificates.context(trusted.toString())
                        .getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), front.port())) {
            ((SSLSocket) socket).startHandshake();
            return ((SSLSocket) socket).getSession().isValid();
        }
    }
}
