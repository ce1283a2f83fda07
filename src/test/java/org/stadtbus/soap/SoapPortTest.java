package org.stadtbus.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoapPortTest {
    @TempDir
    private Path spool;

    private SoapPort open(int number) throws Exception {
        return SoapPort.open(new Listening("127.0.0.1", number, Optional.empty(), 2), spool, "soap", "/soap");
    }

    @Test
    void takenPortIsSaidAtOnce() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> open(other.getLocalPort())).isInstanceOf(LifecycleException.class);
        }
    }

    @Test
    void anyFreePortIsTold() throws Exception {
        try (SoapPort port = open(0)) {
            assertThat(port.number()).isPositive();
        }
    }
}
