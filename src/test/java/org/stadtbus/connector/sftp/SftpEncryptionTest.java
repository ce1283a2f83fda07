package org.stadtbus.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.ExchangePattern;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.MemoryVault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.vault.Vault;

/** A server that knows only ciphers of former times is not even told the password. */
class SftpEncryptionTest {
    @TempDir
    Path home;

    private final AtomicInteger logins = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"tripledescbc, sftp-encryption, 0", "aes128cbc, sftp-encryption, 0", "aes256ctr, sftp-login, 1"})
    @Refuses(connector = "sftp", value = BadInput.WRONGLY_ENCRYPTED)
    void serverWithOldCiphersGetsNothing(BuiltinCiphers cipher, String code, int atLeast) throws Exception {
        try (SshServer server = server(List.of(cipher));
                CamelContext camel = Kamelets.context("sftp/sftp-sink.kamelet.yaml")) {
            camel.getRegistry().bind("vault", Vault.class, new MemoryVault());
            camel.start();
            assertThat(failure(camel, server.getPort()))
                    .returns(code, HubException::problemCode)
                    .returns(FailureKind.PERMANENT, HubException::kind);
            assertThat(Math.min(logins.get(), 1)).isEqualTo(atLeast);
        }
    }

    private SshServer server(List<NamedFactory<Cipher>> ciphers) throws Exception {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(home.resolve("hostkey"));
        keys.setAlgorithm("EC");
        keys.setKeySize(256);
        server.setKeyPairProvider(keys);
        server.setCipherFactories(ciphers);
        server.setPasswordAuthenticator((user, password, session) -> {
            logins.incrementAndGet();
            return false;
        });
        server.start();
        String key =
                PublicKeyEntry.toString(keys.loadKeys(null).iterator().next().getPublic());
        Files.writeString(home.resolve("known_hosts"), "[127.0.0.1]:" + server.getPort() + " " + key + "\n");
        return server;
    }

    private HubException failure(CamelContext camel, int port) {
        Map<String, String> properties = Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(port),
                "username", "hub",
                "password", "geheim",
                "knownHosts", home.resolve("known_hosts").toString(),
                "folder", "eingang");
        return camel.createProducerTemplate()
                .send(Kamelets.uri("sftp-sink/bauamt", properties), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody("<a/>".getBytes(StandardCharsets.UTF_8));
                    exchange.getIn().setHeader("StadtbusFileName", "a.xml");
                })
                .getException(HubException.class);
    }
}
