package org.stadtbus.connector.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.testkit.Kamelets;
import org.stadtbus.testkit.Refuses;

/** What the connector promises a procedure whose database is written to, against a real PostgreSQL. */
class JdbcSinkTest {
    private static final String PAYLOAD =
            "<a xmlns='urn:a'><name>Łódź'); drop table eingang; --</name><betrag>12.50</betrag></a>";

    private ProcedureDatabase database;
    private CamelContext camel;

    @BeforeEach
    void begin() throws Exception {
        database = new ProcedureDatabase(
                "create table eingang (nachricht_id text primary key, name varchar(40) not null, betrag numeric, aktenzeichen text unique)",
                """
                create procedure annehmen(id text, n text) language plpgsql as $$
                begin
                  if n = 'gesperrt' then raise exception 'nicht %', n; end if;
                  insert into eingang values (id, n, 0, null);
                end $$""");
        camel = Kamelets.context("jdbc/jdbc-sink.kamelet.yaml");
        camel.start();
    }

    @AfterEach
    void end() throws Exception {
        camel.stop();
        database.close();
    }

    @Test
    void valuesOfTheMessageAreBoundAndNeverRun() {
        deliver("1", PAYLOAD);
        assertThat(database.itself().queryForMap("select * from eingang"))
                .containsEntry("nachricht_id", "1")
                .containsEntry("name", "Łódź'); drop table eingang; --")
                .containsEntry("betrag", new java.math.BigDecimal("12.50"));
    }

    @Test
    void aStoredProcedureIsCalled() {
        Exchange done = send("1", PAYLOAD, Map.of("statement", "call annehmen(:messageId, :name)"));
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader("StadtbusReceipt")).isEqualTo("geschrieben");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.REPLAYED)
    void aRepetitionWritesNoSecondRow() {
        deliver("1", PAYLOAD);
        Exchange again = send("1", PAYLOAD, Map.of());
        assertThat(again.getException()).isNull();
        assertThat(again.getMessage().getHeader("StadtbusReceipt")).isEqualTo("war schon da");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aLostAnswerLeadsToNoSecondRow() {
        database.itself().execute("alter table eingang drop constraint eingang_pkey");
        database.cable().cutAfter("COMMIT");
        assertThat(failure(Map.of()).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(rows()).isEqualTo(1);
        database.cable().cutAfter("");
        deliver("1", PAYLOAD);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aCutBeforeTheCommitLosesNothing() {
        database.cable().cutAfter("insert into eingang");
        assertThat(failure(Map.of()).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(rows()).isZero();
        database.cable().cutAfter("");
        deliver("1", PAYLOAD);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void anAttemptThatIsStillUnderWayCountsWhenItCommits() throws Exception {
        try (Connection other = database.transaction("insert into eingang values ('1', 'von eben', 0, null)")) {
            Map<String, String> impatient = Map.of("responseTimeout", "500");
            assertThat(failure(impatient).kind()).isEqualTo(FailureKind.TRANSIENT);
            other.commit();
        }
        deliver("1", PAYLOAD);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void anotherUniqueValueIsNotTakenForARepetition() {
        String statement = "insert into eingang (nachricht_id, name, aktenzeichen) values (:messageId, :name, 'AZ 1')";
        assertThat(send("1", PAYLOAD, Map.of("statement", statement)).getException())
                .isNull();
        HubException second = failure("2", PAYLOAD, Map.of("statement", statement));
        assertThat(second)
                .returns("jdbc-refused", HubException::problemCode)
                .returns(FailureKind.REJECTED, HubException::kind);
        assertThat(second.sentence()).contains("23505").doesNotContain("AZ 1");
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.OVERSIZED)
    void whatIsTooLongForTheTableIsRejectedAndNotCut() {
        assertThat(failure("1", "<a xmlns='urn:a'><name>" + "x".repeat(41) + "</name></a>", Map.of()))
                .returns("jdbc-refused", HubException::problemCode)
                .returns(FailureKind.REJECTED, HubException::kind);
        assertThat(rows()).isZero();
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.MALFORMED)
    void whatTheDatabaseRefusesIsRejected() {
        assertThat(failure("1", "<a xmlns='urn:a'><betrag>1</betrag></a>", Map.of())
                        .problemCode())
                .isEqualTo("jdbc-refused");
        assertThat(failure("1", "<a xmlns='urn:a'><name>x</name><betrag>viel</betrag></a>", Map.of())
                        .problemCode())
                .isEqualTo("jdbc-refused");
        assertThat(failure(
                        "1",
                        "<a xmlns='urn:a'><name>gesperrt</name></a>",
                        Map.of("statement", "call annehmen(:messageId, :name)")))
                .returns("jdbc-refused", HubException::problemCode)
                .returns(FailureKind.REJECTED, HubException::kind);
        assertThat(failure("1", "<a xmlns='urn:a'><name>x</name><name>y</name></a>", Map.of())
                        .problemCode())
                .isEqualTo("jdbc-ambiguous");
        assertThat(failure("1", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:/etc/hostname'>]><a>&e;</a>", Map.of())
                        .kind())
                .isEqualTo(FailureKind.REJECTED);
        assertThat(rows()).isZero();
    }

    @Test
    @Refuses(connector = "jdbc", value = BadInput.WRONGLY_SIGNED)
    void whatAPersonMustMendIsNotTriedForEver() {
        assertThat(failure(Map.of("statement", "insert into nirgends values (:messageId)")))
                .returns("jdbc-statement", HubException::problemCode)
                .returns(FailureKind.PERMANENT, HubException::kind);
        assertThat(failure(Map.of("statement", "insert into eingang values (:messageId, :fehlt)")))
                .returns("jdbc-parameter", HubException::problemCode)
                .returns(FailureKind.PERMANENT, HubException::kind);
        assertThat(failure(Map.of("username", "niemand")))
                .returns("jdbc-login", HubException::problemCode)
                .returns(FailureKind.PERMANENT, HubException::kind);
    }

    @Test
    void aStatementThatWritesNothingIsNoDelivery() {
        assertThat(failure(Map.of("statement", "update eingang set name = :name where nachricht_id = :messageId")))
                .returns("jdbc-nothing-written", HubException::problemCode)
                .returns(FailureKind.PERMANENT, HubException::kind);
    }

    @Test
    void aDatabaseThatIsAwayIsTriedAgain() {
        database.cable().down();
        assertThat(failure(Map.of()))
                .returns("jdbc-unavailable", HubException::problemCode)
                .returns(FailureKind.TRANSIENT, HubException::kind);
    }

    @Test
    void aStatementWithoutTheMessageIdIsNoConnector() {
        Map<String, String> statement = Map.of("statement", "insert into eingang values ('x', :name)");
        assertThatThrownBy(() -> send("1", PAYLOAD, statement)).hasStackTraceContaining("statement muss :messageId");
        assertThat(rows()).isZero();
    }

    private Integer rows() {
        return database.itself().queryForObject("select count(*) from eingang", Integer.class);
    }

    private void deliver(String id, String payload) {
        assertThat(send(id, payload, Map.of()).getException()).isNull();
    }

    private HubException failure(Map<String, String> changes) {
        return failure("1", PAYLOAD, changes);
    }

    private HubException failure(String id, String payload, Map<String, String> changes) {
        return (HubException) send(id, payload, changes).getException();
    }

    private Exchange send(String id, String payload, Map<String, String> changes) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", database.url());
        properties.put("username", database.user());
        properties.put("password", "p+&% =?#'ä{}RAW(x)");
        properties.put(
                "statement",
                "insert into eingang (nachricht_id, name, betrag) values (:messageId, :name, cast(:betrag as numeric))");
        properties.put("known", "select 1 from eingang where nachricht_id = :messageId");
        properties.put("parameters", "name = //*:name; betrag = //*:betrag");
        properties.putAll(changes);
        Message message =
                new Message(Envelope.builder(id, "vorgang-1", Instant.EPOCH).build(), payload.getBytes(UTF_8));
        return camel.createProducerTemplate()
                .send(Kamelets.uri("jdbc-sink", properties), ExchangePattern.InOut, exchange -> {
                    exchange.getIn().setBody(message.payload());
                    exchange.setProperty("stadtbus.message", message);
                });
    }
}
