package org.stadtbus.connector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.cable.Cable;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.testkit.TestAuthority;

/** Which PostgreSQL the connector speaks to where its address demands TLS ({@code sslmode=verify-full}). */
class JdbcTlsTest {
    @TempDir
    Path folder;

    private TestAuthority authority;
    private ProcedureDatabase database;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        authority = new TestAuthority(folder.resolve("tls"));
        database = new ProcedureDatabase("create table eingang (nachricht_id text primary key)");
        camel = Kamelets.context("jdbc/jdbc-sink.kamelet.yaml");
        camel.start();
    }

    @AfterEach
    void end() throws Exception {
        camel.stop();
        database.close();
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.EXPIRED_CERTIFICATE)
    void databaseWhoseCertificateHasEndedGetsNothingUntilItIsRenewed() throws Exception {
        try (Cable expired = front(authority.expired("abgelaufen"))) {
            assertRefused(expired.port());
        }
        try (Cable renewed = front(authority.valid("erneuert"))) {
            assertThat(send(renewed.port()).getException()).isNull();
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.WRONGLY_SIGNED)
    void databaseOfAnotherAuthorityGetsNothing() throws Exception {
        TestAuthority other = new TestAuthority(folder.resolve("fremd"));
        try (Cable stranger = front(other.valid("fremd"))) {
            assertRefused(stranger.port());
        }
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.WRONGLY_ENCRYPTED)
    void databaseInClearTextGetsNothing() throws Exception {
        assertRefused(database.cable().port());
    }

    /** TLS begins with the first byte there, as {@code sslNegotiation=direct} wants it. */
    private Cable front(TestAuthority.Identity server) {
        return new Cable(server.tls().getServerSocketFactory(), database.cable().port());
    }

    private void assertRefused(int port) throws Exception {
        assertThat((HubException) send(port).getException())
                .returns("jdbc-unavailable", HubException::problemCode)
                .returns(FailureKind.TRANSIENT, HubException::kind);
        assertThat(rows()).isZero();
    }

    private Integer rows() {
        return database.itself().queryForObject("select count(*) from eingang", Integer.class);
    }

    private Exchange send(int port) throws Exception {
        String url = database.url()
                .replace(":" + database.cable().port() + "/", ":" + port + "/")
                .replace("sslmode=disable", "sslmode=verify-full&sslNegotiation=direct&sslrootcert=");
        Map<String, String> properties = Map.of(
                "url",
                url + authority.pem(),
                "username",
                database.user(),
                "password",
                "keines",
                "statement",
                "insert into eingang values (:messageId)",
                "known",
                "select 1 from eingang where nachricht_id = :messageId",
                "responseTimeout",
                "5000");
        Message message =
                new Message(Envelope.builder("1", "vorgang-1", Instant.EPOCH).build(), "<a/>".getBytes(UTF_8));
        return camel.createProducerTemplate()
                .send(Kamelets.uri("jdbc-sink", properties), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody(message.payload());
                    exchange.setProperty("stadtbus.message", message);
                });
    }
}
